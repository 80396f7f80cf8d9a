package dev.ramify.core.network;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.store.AtomicFile.Contents;
import dev.ramify.core.store.CheckpointFile;
import dev.ramify.core.store.CheckpointFile.Checkpoint;
import dev.ramify.core.store.HistoryFile;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.KeyedFolder.State;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.NotFiniteException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Trains a network up to its budget, unless that was done, going on from where its folder says it
 * is. Used by one thread.
 */
final class WeightsStage {

    private final TrainingJob job;
    private final KeyedFolder folder;
    private final String trajectory;
    private final StageKeys keys;
    private final boolean keepsEpochs;

    /**
     * @param trajectory key of the way that its parameters take
     * @param keepsEpochs whether the parameters after each epoch are kept, for what is tracked
     */
    WeightsStage(
            TrainingJob job,
            KeyedFolder folder,
            String trajectory,
            StageKeys keys,
            boolean keepsEpochs) {
        this.job = job;
        this.folder = folder;
        this.trajectory = trajectory;
        this.keys = keys;
        this.keepsEpochs = keepsEpochs;
    }

    /** Tell whether there is nothing to train. */
    boolean isDone() {
        return isSound(NetworkFolder.WEIGHTS, job.budget())
                && folder.state(NetworkFolder.HISTORY, trajectory) == State.SOUND
                && HistoryFile.read(folder.file(NetworkFolder.HISTORY)).size() > job.budget()
                && epochsAreKept(job.budget());
    }

    /** Return the epoch after which training goes on; nothing if it begins anew. */
    Optional<Integer> begun() {
        return checkpoint().map(Checkpoint::epoch);
    }

    private boolean isSound(String name, int epoch) {
        return folder.state(name, keys.weights(trajectory, epoch)) == State.SOUND;
    }

    /** Those of the last epoch are the trained ones, those of epoch 0 can be drawn again. */
    private boolean epochsAreKept(int until) {
        return !keepsEpochs
                || IntStream.range(1, until)
                        .allMatch(epoch -> isSound(NetworkFolder.epoch(epoch), epoch));
    }

    private Optional<Checkpoint> checkpoint() {
        if (folder.state(NetworkFolder.CHECKPOINT, trajectory) != State.SOUND
                || folder.state(NetworkFolder.HISTORY, trajectory) != State.SOUND) {
            return Optional.empty();
        }
        Checkpoint checkpoint = CheckpointFile.read(folder.file(NetworkFolder.CHECKPOINT));
        int epoch = checkpoint.epoch();
        // Parameters after the checkpoint's own epoch are in it.
        return epoch <= job.budget() && epochsAreKept(epoch)
                ? Optional.of(checkpoint)
                : Optional.empty();
    }

    /** Return the trained parameters. */
    WeightSource trained() {
        return new StoredWeights(folder, NetworkFolder.WEIGHTS);
    }

    /** Return the parameters after an epoch before the last. */
    WeightSource after(int epoch) {
        return new StoredWeights(folder, NetworkFolder.epoch(epoch));
    }

    /** Return the epochs up to the budget, without what was tracked. */
    List<EpochFindings> epochs() {
        folder.require(NetworkFolder.HISTORY);
        return HistoryFile.read(folder.file(NetworkFolder.HISTORY)).subList(0, job.budget() + 1);
    }

    /**
     * Do what is not done yet.
     *
     * @throws CancellationException if the thread is interrupted
     * @throws NotFiniteException if training diverges
     */
    void run(Engine engine, PreparedData data, Meters meters, NetworkProgress progress) {
        if (isDone()) {
            return;
        }
        Optional<Checkpoint> checkpoint = checkpoint();
        try (TrainingRun run = new TrainingRun(engine, job, data, meters, progress)) {
            List<EpochFindings> history = new ArrayList<>();
            if (checkpoint.isPresent()) {
                run.restore(checkpoint.get());
                history.addAll(
                        HistoryFile.read(folder.file(NetworkFolder.HISTORY))
                                .subList(0, checkpoint.get().epoch() + 1));
            } else {
                history.add(run.begin(DrawnWeights.untrained(engine, job)));
                save(run, history);
            }
            while (history.size() <= job.budget()) {
                history.add(run.train(history.size()));
                save(run, history);
            }
            folder.write(
                    keys.weights(trajectory, job.budget()),
                    Map.of(NetworkFolder.WEIGHTS, CheckpointFile.weights(run.parameters())));
            folder.remove(List.of(NetworkFolder.FAILURE));
        } catch (NotFiniteException e) {
            String reason = String.valueOf(e.getMessage());
            folder.write(
                    trajectory,
                    Map.of(
                            NetworkFolder.FAILURE,
                            out -> out.write(reason.getBytes(StandardCharsets.UTF_8))));
            throw e;
        }
    }

    /** Parameters of the epoch go first: without them the checkpoint would be of no use. */
    private void save(TrainingRun run, List<EpochFindings> history) {
        int epoch = history.size() - 1;
        if (keepsEpochs && epoch > 0 && epoch < job.horizon()) {
            folder.write(
                    keys.weights(trajectory, epoch),
                    Map.of(NetworkFolder.epoch(epoch), CheckpointFile.weights(run.parameters())));
        }
        Map<String, Contents> files = new LinkedHashMap<>();
        files.put(NetworkFolder.HISTORY, HistoryFile.of(history));
        files.put(NetworkFolder.CHECKPOINT, CheckpointFile.of(run.checkpoint(epoch)));
        folder.write(trajectory, files);
    }
}
