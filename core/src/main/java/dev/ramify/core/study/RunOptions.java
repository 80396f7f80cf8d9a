package dev.ramify.core.study;

import dev.ramify.core.machine.Workers;
import java.nio.file.Path;

/**
 * How to run a study, where the result does not depend on it.
 *
 * @param directory the run directory; created if it does not exist
 * @param cache the folder of downloads
 * @param workers the threads that do it; each trains one network at a time
 */
public record RunOptions(Path directory, Path cache, Workers workers) {

    /** Return the number of networks trained at one time. */
    public int threads() {
        return workers.threads();
    }
}
