package dev.ramify.core.study;

/** Learns how a study proceeds. Called from several threads. */
public interface StudyListener {

    /**
     * Something was done.
     *
     * @param done part of the work that is done, in [0, 1]
     * @param status where it stands, in a few words: {@code two-columns seed 1 epoch 4/10 acc .81}
     */
    void progress(double done, String status);

    /**
     * The study goes on from what an earlier run left.
     *
     * @param finished number of networks that are finished, at least 1
     * @param networks number of networks of the study
     */
    default void resumed(int finished, int networks) {}

    /**
     * Something happened that people should know of even when all is over.
     *
     * @param line one sentence
     */
    void note(String line);
}
