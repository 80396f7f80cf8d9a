package dev.ramify.core.network;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.telemetry.Meters;

/**
 * Trains a job in a folder, from JSON to JSON if need be: a trial of a search. A job of the same
 * way and a greater budget goes on where the folder ends, and comes to the same bytes as one that
 * was given that budget at first. Thread-safe.
 */
public final class JobRunner {

    private final Engine engine;
    private final StageKeys keys;
    private final Meters meters;

    /**
     * @param engine compiles networks
     * @param keys keys of the stages
     * @param meters count and time
     */
    public JobRunner(Engine engine, StageKeys keys, Meters meters) {
        this.engine = engine;
        this.keys = keys;
        this.meters = meters;
    }

    /**
     * Train up to the budget.
     *
     * @param data that the job names
     * @param folder where its network is
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws dev.ramify.core.training.NotFiniteException if training diverges
     */
    public JobResult run(
            TrainingJob job, PreparedData data, KeyedFolder folder, NetworkProgress progress) {
        String trajectory = keys.trajectory(job, data.dataset().digests());
        WeightsStage stage = new WeightsStage(job, folder, trajectory, keys, false);
        stage.run(engine, data, meters, progress);
        return new JobResult(trajectory, stage.epochs(), folder.sha256(NetworkFolder.WEIGHTS));
    }
}
