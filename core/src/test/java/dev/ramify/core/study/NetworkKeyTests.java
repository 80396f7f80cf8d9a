package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.pipeline.ResolvedPipeline;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key changes with all that results depend on, and with nothing else. */
final class NetworkKeyTests {

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
        assertThat(NetworkKey.of(studies.pipeline(SMALL), run(SMALL), Map.of("dots", "1"), "slow"))
                .isNotEqualTo(key);
    }

    @Test
    void whatIsDoneToImagesIsPartOfIt() {
        assertThat(key(SMALL.replace("standardize: false", "standardize: false, flip: true")))
                .isNotEqualTo(key);
    }

    @Test
    void metricsArePartOfIt() {
        assertThat(key(SMALL.replace("metric: purity,", "metric: purity, least: 0.2,")))
                .isNotEqualTo(key);
    }

    @Test
    void theSeedIsPartOfIt() {
        assertThat(key(SMALL.replace("seeds: [1, 2]", "seeds: [3]"))).isNotEqualTo(key);
    }

    @Test
    void kernelsArePartOfIt() {
        assertThat(NetworkKey.of(studies.pipeline(SMALL), run(SMALL), Map.of("dots", "0"), "fast"))
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

    private Run run(String text) {
        return studies.pipeline(text).plan().runs().get(0);
    }

    /** Compute the key of the first network. */
    private String key(String text) {
        ResolvedPipeline pipeline = studies.pipeline(text);
        return NetworkKey.of(pipeline, pipeline.plan().runs().get(0), Map.of("dots", "0"), "slow");
    }
}
