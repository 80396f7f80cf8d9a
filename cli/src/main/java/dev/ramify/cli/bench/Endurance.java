package dev.ramify.cli.bench;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.machine.ResidentMemory;

/**
 * Trains for long, to see whether the process grows.
 *
 * @param engine whose network is trained
 * @param workload what is trained: its first network
 */
public record Endurance(Engine engine, Workload workload) {

    private static final int LOOKS = 10;

    /** Is told how much memory is taken. */
    public interface Observer {

        /**
         * @param steps done so far
         * @param residentBytes physical memory of this process
         */
        void see(int steps, long residentBytes);
    }

    /**
     * Run steps and look at the memory ten times, where the system tells.
     *
     * @param steps number of steps, at least 1
     */
    public void run(int steps, Observer observer) {
        try (TrainingContender network =
                new TrainingContender(engine, workload, workload.architectures().get(0))) {
            int done = 0;
            for (int look = 1; look <= LOOKS; look++) {
                int until = Math.toIntExact((long) steps * look / LOOKS);
                network.run(until - done);
                done = until;
                int now = done;
                ResidentMemory.now().ifPresent(bytes -> observer.see(now, bytes));
            }
        }
    }
}
