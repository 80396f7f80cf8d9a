package dev.ramify.core.network;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.measure.NetworkMeasurements;
import dev.ramify.core.measure.RecordingMeasurer;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.measure.StudyMetrics.Entry;
import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.MeasurementsFile;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.LayerLesions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes one network through its stages: weights, recordings, measurements. What was done is not
 * done again. Used by one thread.
 */
public final class NetworkStages {

    private final Workshop workshop;
    private final PlannedVariant variant;
    private final PreparedData data;
    private final KeyedFolder folder;
    private final TrainingJob job;
    private final String trajectory;
    private final WeightsStage weights;

    /**
     * What all networks of a study share.
     *
     * @param engine compiles networks
     * @param spec what the pipeline says
     * @param metrics what is measured
     * @param measurer measures
     * @param keys keys of the stages
     * @param meters count and time
     */
    public record Workshop(
            Engine engine,
            PipelineSpec spec,
            StudyMetrics metrics,
            RecordingMeasurer measurer,
            StageKeys keys,
            Meters meters) {}

    /**
     * @param run which network
     * @param data its images
     * @param folder where its results are
     */
    public NetworkStages(Workshop workshop, Run run, PreparedData data, KeyedFolder folder) {
        this.workshop = workshop;
        this.variant = run.variant();
        this.data = data;
        this.folder = folder;
        PipelineSpec spec = workshop.spec();
        job =
                new TrainingJob(
                        variant.architecture(),
                        variant.dataset(),
                        spec.input(),
                        spec.training(),
                        run.seed(),
                        spec.training().epochs());
        trajectory = workshop.keys().trajectory(job, data.dataset().digests());
        weights =
                new WeightsStage(
                        job,
                        folder,
                        trajectory,
                        workshop.keys(),
                        spec.metrics().stream().anyMatch(MetricSpec::everyEpoch));
    }

    /** Tell whether the folder holds parameters that were trained in another way. */
    public boolean isOfAnother() {
        return folder.key(NetworkFolder.HISTORY)
                .or(() -> folder.key(NetworkFolder.FAILURE))
                .filter(key -> !key.equals(trajectory))
                .isPresent();
    }

    /** Return the key of the way that its parameters take. */
    public String trajectory() {
        return trajectory;
    }

    /** Tell what is done already. */
    public NetworkReuse reuse() {
        if (isOfAnother()) {
            return NetworkReuse.nothing(workshop.metrics());
        }
        if (!weights.isDone()) {
            return NetworkReuse.nothing(workshop.metrics()).trainedUntil(weights.begun().orElse(0));
        }
        RecordingStage trained = trained();
        RecordingStage untrained = untrained();
        int recordings = (trained.isDone() ? 1 : 0) + (untrained.isDone() ? 1 : 0);
        Set<String> measured = new HashSet<>();
        if (recordings == 2) {
            for (MeasurementStage stage : measurements(trained, untrained)) {
                if (stage.isDone() && stage.isTracked()) {
                    measured.add(stage.entry().name());
                }
            }
        }
        return NetworkReuse.of(workshop.metrics(), recordings, measured);
    }

    /** Tell whether there is nothing left to do. */
    public boolean isDone() {
        return reuse().isAll();
    }

    /** Tell whether every metric was tried, even if one failed. */
    public boolean isMeasured() {
        if (isOfAnother() || !weights.isDone()) {
            return false;
        }
        RecordingStage trained = trained();
        RecordingStage untrained = untrained();
        return trained.isDone()
                && untrained.isDone()
                && measurements(trained, untrained).stream()
                        .allMatch(stage -> stage.isWritten() && stage.isTracked());
    }

    /**
     * Return what all metrics gave.
     *
     * @throws dev.ramify.core.store.DamagedFileException if it is no longer what was written
     */
    public MeasuredNetwork results() {
        return MeasuredNetwork.join(
                workshop.metrics().entries().stream()
                        .map(entry -> MeasurementsFile.read(folder, entry.name()))
                        .toList());
    }

    /**
     * Do what is not done yet.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws dev.ramify.core.training.NotFiniteException if training diverges
     */
    public void run(NetworkProgress progress) {
        weights.run(workshop.engine(), data, workshop.meters(), progress);
        RecordingStage trained = trained();
        RecordingStage untrained = untrained();
        if (!trained.isDone() || !untrained.isDone()) {
            try (NetworkRecorder recorder = recorder()) {
                trained.run(source -> record(recorder, source));
                untrained.run(source -> record(recorder, source));
            }
        }
        measure(trained, untrained, progress);
        List<EpochFindings> epochs = weights.epochs();
        progress.done(epochs.get(epochs.size() - 1).testAccuracy());
    }

    private RecordingStage trained() {
        return recording(NetworkFolder.RECORDING, weights.trained());
    }

    private RecordingStage untrained() {
        return recording(NetworkFolder.UNTRAINED, DrawnWeights.untrained(workshop.engine(), job));
    }

    private RecordingStage recording(String name, WeightSource source) {
        return new RecordingStage(folder, name, source, recordingKey(source));
    }

    private String recordingKey(WeightSource source) {
        PipelineSpec spec = workshop.spec();
        return workshop.keys()
                .recording(
                        variant,
                        spec.input().standardize(),
                        spec.record(),
                        source.digest(),
                        data.dataset().digests());
    }

    private NetworkRecorder recorder() {
        return new NetworkRecorder(
                workshop.engine(),
                variant,
                workshop.spec().record(),
                data,
                workshop.spec().training().batch());
    }

    private Recording record(NetworkRecorder recorder, WeightSource source) {
        return workshop.meters().stage("record", () -> recorder.record(source));
    }

    private List<MeasurementStage> measurements(RecordingStage trained, RecordingStage untrained) {
        List<MeasurementStage> stages = new ArrayList<>();
        for (Entry entry : workshop.metrics().entries()) {
            List<String> inputs = new ArrayList<>(List.of(trained.digest(), untrained.digest()));
            if (StageKeys.lesions(entry.spec())) {
                inputs.addAll(List.of(trained.weights().digest(), trajectory));
            }
            stages.add(
                    new MeasurementStage(
                            folder, entry, key(entry, inputs), trackedKey(entry, inputs)));
        }
        return stages;
    }

    private String key(Entry entry, List<String> inputs) {
        return workshop.keys()
                .measurements(variant, entry.spec(), entry.name(), job.seed(), inputs);
    }

    private String trackedKey(Entry entry, List<String> inputs) {
        if (!entry.spec().everyEpoch()) {
            return "";
        }
        Stream<String> between = epochsBetween().map(epoch -> recordingKey(weights.after(epoch)));
        return key(entry, Stream.concat(inputs.stream(), between).toList());
    }

    private Stream<Integer> epochsBetween() {
        return Stream.iterate(1, epoch -> epoch < job.budget(), epoch -> epoch + 1);
    }

    private void measure(
            RecordingStage trained, RecordingStage untrained, NetworkProgress progress) {
        List<MeasurementStage> stages = measurements(trained, untrained);
        if (stages.stream().allMatch(MeasurementStage::isDone)
                && stages.stream().allMatch(MeasurementStage::isTracked)) {
            return;
        }
        workshop.meters()
                .stage(
                        "measure",
                        () -> {
                            measureAll(stages, trained, untrained, progress);
                            return stages;
                        });
    }

    private void measureAll(
            List<MeasurementStage> stages,
            RecordingStage trained,
            RecordingStage untrained,
            NetworkProgress progress) {
        try (Moment after = new Moment(trained.read(), trained.weights(), progress);
                Moment before = new Moment(untrained.read(), untrained.weights(), progress)) {
            for (MeasurementStage stage : stages) {
                stage.run(() -> after.measure(stage.entry()), () -> before.measure(stage.entry()));
            }
        }
        track(stages.stream().filter(stage -> !stage.isTracked()).toList(), progress);
    }

    private void track(List<MeasurementStage> stages, NetworkProgress progress) {
        if (stages.isEmpty()) {
            return;
        }
        List<Map<Integer, List<Measurement>>> tracked = new ArrayList<>();
        stages.forEach(stage -> tracked.add(new LinkedHashMap<>()));
        try (NetworkRecorder recorder = recorder()) {
            for (int epoch = 1; epoch < job.budget(); epoch++) {
                WeightSource source = weights.after(epoch);
                try (Moment moment = new Moment(record(recorder, source), source, progress)) {
                    for (int i = 0; i < stages.size(); i++) {
                        List<Measurement> measured =
                                moment.measure(stages.get(i).entry()).measurements();
                        tracked.get(i).put(epoch, measured);
                    }
                }
            }
        }
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).track(tracked.get(i));
        }
    }

    /** The network at one moment, to be measured by several metrics. */
    private final class Moment implements AutoCloseable {

        private final StudiedNetwork network;
        private final NetworkLesions lesions;
        private final NetworkProgress progress;

        Moment(Recording recording, WeightSource source, NetworkProgress progress) {
            this.progress = progress;
            LayerLesions.Subject subject =
                    new LayerLesions.Subject(
                            workshop.engine(),
                            variant.architecture(),
                            data.input(),
                            data.recorded(),
                            data.dataset().classes().size(),
                            workshop.spec().training().batch(),
                            new Seed(job.seed()).derive("lesions"),
                            folder.path());
            lesions = new NetworkLesions(subject, source, progress);
            network = new StudiedNetwork(recording, variant, lesions);
        }

        NetworkMeasurements measure(Entry entry) {
            return workshop.measurer()
                    .measure(
                            entry.choice(),
                            network,
                            new Seed(job.seed()),
                            layer -> progress.measuring(entry.name() + " of " + layer, 0));
        }

        @Override
        public void close() {
            lesions.close();
        }
    }
}
