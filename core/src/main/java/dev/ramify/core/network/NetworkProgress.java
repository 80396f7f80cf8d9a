package dev.ramify.core.network;

/** Hears how far one network is. */
public interface NetworkProgress {

    /**
     * Training has come so far.
     *
     * @param done part of the training that is done, in [0, 1]
     * @param epoch number of the epoch
     * @param epochs number of epochs in all
     * @param accuracy in this epoch so far
     */
    void at(double done, int epoch, int epochs, double accuracy);

    /**
     * Something that takes long is measured.
     *
     * @param what in a few words
     * @param done part of it that is done, in [0, 1]
     */
    void measuring(String what, double done);

    /** Everything is written. */
    void done(double accuracy);
}
