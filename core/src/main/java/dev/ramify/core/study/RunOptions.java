package dev.ramify.core.study;

import java.nio.file.Path;

/**
 * How to run a study, where the result does not depend on it.
 *
 * @param directory the run directory; created if it does not exist
 * @param cache the folder of downloads
 * @param threads networks trained at one time, at least 1
 */
public record RunOptions(Path directory, Path cache, int threads) {

    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
    }
}
