package dev.ramify.core.network;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.store.CheckpointFile.Checkpoint;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.Evaluator;
import dev.ramify.core.training.FiniteCheck;
import dev.ramify.core.training.Trainer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One network in training, from its first parameters or a checkpoint on. Not thread-safe. */
final class TrainingRun implements AutoCloseable {

    private final TrainingJob job;
    private final PreparedData data;
    private final Meters meters;
    private final NetworkProgress progress;
    private final TrainingNetwork network;
    private final InferenceNetwork tested;
    private final Trainer trainer;

    TrainingRun(
            Engine engine,
            TrainingJob job,
            PreparedData data,
            Meters meters,
            NetworkProgress progress) {
        this.job = job;
        this.data = data;
        this.meters = meters;
        this.progress = progress;
        int batch = job.training().batch();
        network = engine.training(job.architecture(), data.input().targets().loss(), batch);
        tested = engine.inference(job.architecture(), Observation.NONE, batch);
        trainer =
                new Trainer(
                        network,
                        TrainingChoices.options(job.training()),
                        data.input(),
                        data.dataset().train(),
                        new Seed(job.seed()));
    }

    /** Take the first parameters, and see what they are worth. */
    EpochFindings begin(WeightSource untrained) {
        Map<String, Named> parameters = untrained.read();
        network.logical().write(parameters);
        Tally test = test(parameters);
        return new EpochFindings(
                0, Double.NaN, Double.NaN, test.meanLoss(), test.accuracy(), List.of());
    }

    /** Go on from a checkpoint. */
    void restore(Checkpoint checkpoint) {
        network.logical().write(checkpoint.parameters());
        List<INDArray> state = trainer.optimizer().state();
        for (int i = 0; i < state.size(); i++) {
            network.logical().write(checkpoint.optimizer().get(i), state.get(i));
        }
    }

    /**
     * Train for one epoch.
     *
     * @throws CancellationException if the thread is interrupted
     * @throws dev.ramify.core.training.NotFiniteException if loss or parameters are not finite
     */
    EpochFindings train(int epoch) {
        Tally train =
                meters.stage(
                        "train",
                        () ->
                                trainer.epoch(
                                        epoch,
                                        (step, steps, soFar) ->
                                                stepped(epoch, step, steps, soFar)));
        Map<String, Named> parameters = parameters();
        Tally test = test(parameters);
        FiniteCheck.afterEpoch(epoch, parameters, test);
        return new EpochFindings(
                epoch,
                train.meanLoss(),
                train.accuracy(),
                test.meanLoss(),
                test.accuracy(),
                List.of());
    }

    private Tally test(Map<String, Named> parameters) {
        tested.load(parameters);
        return meters.stage(
                "evaluate",
                () -> new Evaluator(tested, data.input()).evaluate(data.dataset().test()));
    }

    private void stepped(int epoch, int step, int steps, Tally soFar) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        meters.step(job.training().batch());
        double done = (epoch - 1 + (double) step / steps) / job.budget();
        progress.at(done, epoch, job.budget(), soFar.accuracy());
    }

    /** Return the parameters as they are now, by name. */
    Map<String, Named> parameters() {
        return network.logical().read();
    }

    /** Return what training can go on from. */
    Checkpoint checkpoint(int epoch) {
        List<Map<String, Named>> state =
                trainer.optimizer().state().stream()
                        .map(array -> network.logical().read(array))
                        .toList();
        return new Checkpoint(epoch, parameters(), state);
    }

    @Override
    public void close() {
        network.close();
        tested.close();
    }
}
