package dev.ramify.core.study;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.store.NetworkHistory;
import dev.ramify.core.store.RecordingFile;
import dev.ramify.core.store.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as they stand in a run directory; recordings are read when asked for. */
record StoredFindings(
        String study,
        String dataset,
        Shape imageShape,
        List<VariantFindings> variants,
        Map<String, MetricProfile> profiles,
        Comparisons comparisons)
        implements Findings {

    static StoredFindings of(StudyFile study, Path directory, List<Conclusions> conclusions) {
        List<VariantFindings> variants = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            StudyFile.Variant variant = study.variants().get(i);
            Conclusions concluded = conclusions.get(i);
            List<RunFindings> runs = new ArrayList<>();
            concluded
                    .networks()
                    .forEach(
                            (seed, results) ->
                                    runs.add(
                                            StoredRun.of(
                                                    seed,
                                                    RunDirectory.network(
                                                            directory, variant.name(), seed),
                                                    study.tracked(),
                                                    results)));
            variants.add(
                    new VariantFindings(
                            variant.name(),
                            variant.role(),
                            variant.architecture(),
                            concluded.verdict(),
                            concluded.trained(),
                            concluded.untrained(),
                            concluded.comparisons(),
                            runs));
        }
        return new StoredFindings(
                study.name(),
                study.dataset(),
                study.imageShape(),
                List.copyOf(variants),
                study.profiles(),
                study.across());
    }

    /** One network as it stands in its folder. */
    private record StoredRun(
            long seed, NetworkFolder folder, List<EpochFindings> epochs, MeasuredNetwork results)
            implements RunFindings {

        static StoredRun of(
                long seed, NetworkFolder folder, List<String> tracked, MeasuredNetwork results) {
            return new StoredRun(
                    seed,
                    folder,
                    NetworkHistory.read(KeyedFolder.look(folder.path()), tracked),
                    results);
        }

        @Override
        public List<Measurement> measurements() {
            return results.trained().measurements();
        }

        @Override
        public List<Measurement> untrainedMeasurements() {
            return results.untrained().measurements();
        }

        @Override
        public Map<String, List<UnitColumn>> unitColumns() {
            return results.trained().unitColumns();
        }

        @Override
        public Recording recording() {
            return RecordingFile.read(folder.recording());
        }

        @Override
        public Optional<Recording> untrainedRecording() {
            return Optional.of(RecordingFile.read(folder.untrainedRecording()));
        }
    }
}
