package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.network.StageKeys;
import dev.ramify.core.network.TrainingJob;
import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import dev.ramify.core.plugin.PluginOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change with all that results depend on, and with nothing else. */
final class StageKeysTests {

    private static final String SMALL = Studies.SMALL;

    @TempDir private Path folder;
    private Studies studies;
    private String key;

    @BeforeEach
    void compute() {
        studies = new Studies(folder);
        key = key(SMALL);
    }

    @Test
    void theSameInputsGiveTheSameKey() {
        assertThat(key(SMALL)).isEqualTo(key).matches("[0-9a-f]{64}");
    }

    @Test
    void trainingIsPartOfIt() {
        assertThat(key(SMALL.replace("epochs: 3", "epochs: 4"))).isNotEqualTo(key);
    }

    @Test
    void theOptimizerIsPartOfIt() {
        assertThat(key(SMALL.replace("momentum: 0.9", "momentum: 0.8"))).isNotEqualTo(key);
    }

    @Test
    void theTrunkIsPartOfIt() {
        assertThat(key(SMALL.replace("[4, 4, 4]", "[4, 4, 6]"))).isNotEqualTo(key);
    }

    @Test
    void theBranchesArePartOfIt() {
        assertThat(key(SMALL.replace("branches: 2", "branches: 4"))).isNotEqualTo(key);
    }

    @Test
    void theDataArePartOfIt() {
        assertThat(key(SMALL.replace("images: 48", "images: 50"))).isNotEqualTo(key);
        assertThat(keys(SMALL, "slow", "00").trajectory(job(SMALL), Map.of("dots", "1")))
                .isNotEqualTo(key);
    }

    @Test
    void theJarOfTheDatasetIsPartOfIt() {
        assertThat(keys(SMALL, "slow", "01").trajectory(job(SMALL), Map.of("dots", "0")))
                .isNotEqualTo(key);
    }

    @Test
    void theHorizonIsPartOfItButNotTheBudget() {
        TrainingJob job = job(SMALL);

        assertThat(keys(SMALL, "slow", "00").trajectory(job.withBudget(1), Map.of("dots", "0")))
                .isEqualTo(key);
    }

    @Test
    void whatIsDoneToImagesIsPartOfIt() {
        assertThat(key(SMALL.replace("standardize: false", "standardize: false, flip: true")))
                .isNotEqualTo(key);
    }

    @Test
    void metricsAreNoPartOfItButOfTheKeyOfTheirMeasurements() {
        String other = SMALL.replace("least: 0.1", "least: 0.2");

        assertThat(key(other)).isEqualTo(key);
        assertThat(measured(other)).isNotEqualTo(measured(SMALL));
        assertThat(measured(SMALL.replace("every-epoch: true", "permutations: 99")))
                .isNotEqualTo(measured(SMALL));
        assertThat(measured(SMALL.replace(", every-epoch: true", ""))).isEqualTo(measured(SMALL));
    }

    @Test
    void recordedLayersAreNoPartOfItButOfTheKeyOfRecordings() {
        String other = SMALL.replace("metrics:", "record: {layers: [conv1, conv2]}\nmetrics:");

        assertThat(key(other)).isEqualTo(key);
        assertThat(recorded(other, "00")).isNotEqualTo(recorded(SMALL, "00"));
    }

    @Test
    void weightsArePartOfTheKeyOfRecordings() {
        assertThat(recorded(SMALL, "01")).isNotEqualTo(recorded(SMALL, "00"));
    }

    @Test
    void keysDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(key(SMALL)).isEqualTo(key);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSeedIsPartOfIt() {
        assertThat(key(SMALL.replace("seeds: [1, 2]", "seeds: [3]"))).isNotEqualTo(key);
    }

    @Test
    void kernelsArePartOfIt() {
        assertThat(keys(SMALL, "fast", "00").trajectory(job(SMALL), Map.of("dots", "0")))
                .isNotEqualTo(key);
    }

    @Test
    void namesOtherSeedsOtherVariantsAndFiguresAreNoPartOfIt() {
        String other =
                SMALL.replace("name: small\n", "name: other\n")
                        .replace("name: halves,", "name: pair,")
                        .replace("branches-of: halves", "branches-of: pair")
                        .replace("name: whole,", "name: one,")
                        .replace("seeds: [1, 2]", "seeds: [1, 5, 9]")
                        .replace("visualizers: [blank]", "visualizers: []");

        assertThat(key(other)).isEqualTo(key);
    }

    private StageKeys keys(String text, String kernels, String jar) {
        ExtensionRegistry known = studies.registry();
        List<LoadedPlugin> plugins =
                known.plugins().stream()
                        .map(
                                each ->
                                        new LoadedPlugin(
                                                each.id(),
                                                new PluginOrigin("a.jar", "1.0", jar),
                                                each.extensions()))
                        .toList();
        return new StageKeys(
                new CanonicalForm(new Schemas(), studies.pipeline(text).folder()),
                new ExtensionRegistry(plugins, List.of()),
                kernels);
    }

    /** Return the job of the first network. */
    private TrainingJob job(String text) {
        ResolvedPipeline pipeline = studies.pipeline(text);
        Run run = pipeline.plan().runs().get(0);
        return new TrainingJob(
                run.variant().architecture(),
                run.variant().dataset(),
                pipeline.spec().input(),
                pipeline.spec().training(),
                run.seed(),
                pipeline.spec().training().epochs());
    }

    private String key(String text) {
        return keys(text, "slow", "00").trajectory(job(text), Map.of("dots", "0"));
    }

    private String recorded(String text, String weights) {
        ResolvedPipeline pipeline = studies.pipeline(text);
        return keys(text, "slow", "00")
                .recording(
                        pipeline.plan().variants().get(0),
                        true,
                        pipeline.spec().record(),
                        weights,
                        Map.of());
    }

    private String measured(String text) {
        ResolvedPipeline pipeline = studies.pipeline(text);
        return keys(text, "slow", "00")
                .measurements(
                        pipeline.plan().variants().get(0),
                        pipeline.spec().metrics().get(0),
                        "purity",
                        1,
                        List.of("00", "01"));
    }
}
