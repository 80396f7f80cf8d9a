package dev.ramify.core.bench;

/** Somebody who runs a workload. Not thread-safe. */
interface Contender extends AutoCloseable {

    /**
     * Run steps of every network of the workload.
     *
     * @return seconds that it took
     */
    double run(int repetitions);

    /** Describe the settings, for people. */
    String settings();

    /** Return the trained parameters of the first network. */
    long parameters();

    @Override
    void close();
}
