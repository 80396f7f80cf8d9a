package dev.ramify.cli.bench;

import java.util.OptionalLong;

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

    /** Return the most physical memory that its own process has taken, if it has one. */
    default OptionalLong peakBytes() {
        return OptionalLong.empty();
    }

    @Override
    void close();
}
