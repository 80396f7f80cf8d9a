package dev.ramify.core.study;

import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.statistics.Inference;
import dev.ramify.core.statistics.SeedSummaries;
import dev.ramify.core.statistics.StudyCorrection;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.MeasurementsFile;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.store.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Run directories as others read them: without the pipeline, without plugins, at any time.
 *
 * <p>Nothing in the directory is changed. What is read is checked against the digests that were
 * written with it. Summaries, corrections and verdicts are computed from the measurements, as they
 * were when the study ran. Thread-safe.
 */
public final class RunStore {

    private RunStore() {}

    /**
     * Read what a finished study found; recordings are read when asked for.
     *
     * @param directory a run directory
     * @throws DamagedFileException naming a file that is missing, was changed, or belongs to
     *     another study
     */
    public static Findings open(Path directory) {
        KeyedFolder root = KeyedFolder.look(directory);
        if (root.damage().isPresent()) {
            throw new DamagedFileException(directory, root.damage().get());
        }
        root.require(StudyFile.NAME);
        StudyFile study = StudyFile.read(root.file(StudyFile.NAME));
        Map<String, Map<Long, MeasuredNetwork>> measured = new LinkedHashMap<>();
        for (StudyFile.Variant variant : study.variants()) {
            Map<Long, MeasuredNetwork> networks = new LinkedHashMap<>();
            variant.networks()
                    .forEach(
                            (seed, key) ->
                                    networks.put(seed, read(directory, study, variant, seed, key)));
            measured.put(variant.name(), networks);
        }
        Concluder concluder =
                new Concluder(new Inference(new SeedSummaries(), new StudyCorrection()));
        List<Conclusions> conclusions = new ArrayList<>();
        for (Conclusions each :
                concluder.conclude(measured, controls(study), study.profiles(), study.primary())) {
            conclusions.add(each.with(study.variants().get(conclusions.size()).comparisons()));
        }
        return StoredFindings.of(study, directory, conclusions);
    }

    private static MeasuredNetwork read(
            Path directory, StudyFile study, StudyFile.Variant variant, long seed, String key) {
        KeyedFolder folder =
                KeyedFolder.look(RunDirectory.network(directory, variant.name(), seed).path());
        if (folder.damage().isPresent()) {
            throw new DamagedFileException(folder.path(), folder.damage().get());
        }
        if (!folder.key(NetworkFolder.HISTORY).filter(key::equals).isPresent()) {
            throw new DamagedFileException(
                    folder.path(), "it does not hold the network that the study tells of");
        }
        return MeasuredNetwork.join(
                study.profiles().keySet().stream()
                        .map(metric -> MeasurementsFile.read(folder, metric))
                        .toList());
    }

    private static Set<String> controls(StudyFile study) {
        return study.variants().stream()
                .filter(each -> each.role() == Role.CONTROL)
                .map(StudyFile.Variant::name)
                .collect(Collectors.toSet());
    }
}
