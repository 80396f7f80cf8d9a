package dev.ramify.core.study;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.store.CheckpointFile;
import dev.ramify.core.store.CheckpointFile.Checkpoint;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.store.RecordingFile;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.Evaluator;
import dev.ramify.core.training.FiniteCheck;
import dev.ramify.core.training.LayerLesions;
import dev.ramify.core.training.Recorder;
import dev.ramify.core.training.Recorder.Reduction;
import dev.ramify.core.training.Trainer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains, records and measures one network, going on from where its folder says it is. Not
 * thread-safe.
 */
final class NetworkRun implements AutoCloseable {

    private final PlannedVariant variant;
    private final PipelineSpec spec;
    private final PreparedData data;
    private final Seed seed;
    private final Measurer measurer;
    private final LayerLesions.Subject subject;
    private final NetworkFolder folder;
    private final NetworkProgress progress;
    private final Meters meters;
    private final TrainingNetwork network;
    private final InferenceNetwork observed;
    private final Trainer trainer;
    private final List<EpochFindings> epochs = new ArrayList<>();

    /** What all networks of a study share. */
    record Workshop(Engine engine, PipelineSpec spec, Measurer measurer, Meters meters) {}

    NetworkRun(
            Workshop workshop,
            PlannedVariant variant,
            long seed,
            PreparedData data,
            NetworkFolder folder,
            NetworkProgress progress) {
        this.variant = variant;
        this.spec = workshop.spec();
        this.data = data;
        this.seed = new Seed(seed);
        this.measurer = workshop.measurer();
        this.meters = workshop.meters();
        this.folder = folder;
        this.progress = progress;
        Architecture architecture = variant.architecture();
        int batch = spec.training().batch();
        network = workshop.engine().training(architecture, data.input().targets().loss(), batch);
        observed = workshop.engine().inference(architecture, observation(), batch);
        subject =
                new LayerLesions.Subject(
                        workshop.engine(),
                        architecture,
                        data.input(),
                        data.recorded(),
                        data.dataset().classes().size(),
                        batch,
                        this.seed.derive("lesions"),
                        folder.path());
        trainer =
                new Trainer(
                        network,
                        TrainingChoices.options(spec.training()),
                        data.input(),
                        data.dataset().train(),
                        this.seed);
    }

    private Observation observation() {
        return Observation.of(
                new HashSet<>(variant.layers()),
                spec.record().point() == RecordSpec.Point.ACTIVATION
                        ? Observation.Point.ACTIVATION
                        : Observation.Point.PREACTIVATION);
    }

    /**
     * Do what is not done yet.
     *
     * @throws CancellationException if the thread is interrupted
     */
    void run() {
        begin();
        for (int epoch = epochs.size(); epoch <= spec.training().epochs(); epoch++) {
            train(epoch);
        }
        finish();
    }

    private void begin() {
        if (Files.exists(folder.checkpoint())) {
            restore(CheckpointFile.read(folder.checkpoint()));
            return;
        }
        Map<String, Named> parameters = initialize();
        Recording recording = record(parameters);
        RecordingFile.write(folder.untrainedRecording(), recording);
        Tally test = new Evaluator(observed, data.input()).evaluate(data.dataset().test());
        epochs.add(
                new EpochFindings(
                        0,
                        Double.NaN,
                        Double.NaN,
                        test.meanLoss(),
                        test.accuracy(),
                        tracked(recording, parameters)));
        save(0, parameters);
    }

    /** Give the network the parameters that it begins with, the same every time. */
    private Map<String, Named> initialize() {
        network.initialize(seed.derive("initialization"), spec.training().initialGain());
        return network.logical().read();
    }

    private void restore(Checkpoint checkpoint) {
        network.logical().write(checkpoint.parameters());
        List<INDArray> state = trainer.optimizer().state();
        for (int i = 0; i < state.size(); i++) {
            network.logical().write(checkpoint.optimizer().get(i), state.get(i));
        }
        epochs.addAll(HistoryFile.upTo(checkpoint.epoch(), folder.history()));
    }

    private void train(int epoch) {
        Tally train =
                meters.stage(
                        "train",
                        () ->
                                trainer.epoch(
                                        epoch,
                                        (step, steps, soFar) ->
                                                stepped(epoch, step, steps, soFar)));
        Map<String, Named> parameters = network.logical().read();
        observed.load(parameters);
        Tally test =
                meters.stage(
                        "evaluate",
                        () ->
                                new Evaluator(observed, data.input())
                                        .evaluate(data.dataset().test()));
        FiniteCheck.afterEpoch(epoch, parameters, test);
        List<Measurement> tracked =
                isTracked() ? tracked(record(parameters), parameters) : List.of();
        epochs.add(
                new EpochFindings(
                        epoch,
                        train.meanLoss(),
                        train.accuracy(),
                        test.meanLoss(),
                        test.accuracy(),
                        tracked));
        save(epoch, parameters);
    }

    private void stepped(int epoch, int step, int steps, Tally soFar) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        meters.step(spec.training().batch());
        int all = spec.training().epochs();
        double done = (epoch - 1 + (double) step / steps) / all;
        progress.at(done, epoch, all, soFar.accuracy());
    }

    /**
     * History goes first: epochs after the checkpoint are ignored, epochs missing before it could
     * not be made up.
     */
    private void save(int epoch, Map<String, Named> parameters) {
        HistoryFile.write(folder.history(), epochs);
        List<Map<String, Named>> state =
                trainer.optimizer().state().stream()
                        .map(array -> network.logical().read(array))
                        .toList();
        CheckpointFile.write(folder.checkpoint(), new Checkpoint(epoch, parameters, state));
    }

    private boolean isTracked() {
        return spec.metrics().stream().anyMatch(MetricSpec::everyEpoch);
    }

    private List<Measurement> tracked(Recording recording, Map<String, Named> parameters) {
        return measure(recording, parameters, MetricSpec::everyEpoch).measurements();
    }

    private Recording record(Map<String, Named> parameters) {
        Reduction reduction =
                spec.record().reduce() == RecordSpec.Reduction.MEAN
                        ? Reduction.MEAN
                        : Reduction.MAX;
        Recording recording =
                meters.stage(
                        "record",
                        () ->
                                new Recorder(
                                                variant.architecture(),
                                                observed,
                                                data.input(),
                                                reduction)
                                        .record(data.dataset(), data.recorded(), parameters));
        return divided(recording);
    }

    /** Divide units as the variant does that this one is measured by. */
    private Recording divided(Recording recording) {
        Recording result = recording;
        for (LayerRecording layer : recording.layers()) {
            result =
                    result.withLayer(
                            layer.withAssignment(
                                    variant.divisions().of(layer.layer()).assignment()));
        }
        return result;
    }

    private void finish() {
        Map<String, Named> parameters = network.logical().read();
        Recording trained = record(parameters);
        RecordingFile.write(folder.recording(), trained);
        CheckpointFile.writeWeights(folder.weights(), parameters);
        Recording untrained = RecordingFile.read(folder.untrainedRecording());
        NetworkResultsFile.Both results =
                meters.stage(
                        "measure",
                        () ->
                                new NetworkResultsFile.Both(
                                        measure(trained, parameters, metric -> true),
                                        measure(untrained, initialize(), metric -> true)));
        NetworkResultsFile.write(folder, results);
        progress.done(epochs.get(epochs.size() - 1).testAccuracy());
    }

    private NetworkResults measure(
            Recording recording, Map<String, Named> parameters, Predicate<MetricSpec> which) {
        try (NetworkLesions lesions = new NetworkLesions(subject, parameters, progress)) {
            return measurer.measure(recording, variant, lesions, seed, which);
        }
    }

    @Override
    public void close() {
        network.close();
        observed.close();
    }
}
