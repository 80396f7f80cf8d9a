package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be measured or drawn is known before anything is trained. */
final class UnmeasurableTests {

    private static final String GRATINGS = "{type: gratings, size: 12, train: 96, test: 48}";
    private static final String IMAGES = "{type: images, path: pictures, size: 12}";
    private static final String STUDY =
            """
            name: study
            dataset: %s
            trunk: {preset: small-cnn, kernel: 3, filters: [8, 8]}
            variants:
              - {name: two, strategy: columns, branches: 2, from: conv1, to: relu2}
            training: {epochs: 1, batch: 4}
            seeds: [1]
            record: {samples: 12}
            metrics:
              - %s
            """;

    @TempDir private Path folder;

    @BeforeEach
    void draw() throws IOException {
        for (String name : new String[] {"cat", "dog"}) {
            Path images = Files.createDirectories(folder.resolve("pictures").resolve(name));
            for (int i = 0; i < 40; i++) {
                BufferedImage image = new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i % 12, i / 12, 0xFFFFFF);
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {metric: factor-variance}                                | 10:14 | it needs known factors
                    {metric: probe-selectivity, targets: factors}            | 10:14 | at least 1 known factor, and there are 0; take targets: classes
                    {metric: family-information, families: preferred-factor} | 10:14 | take families: preferred-class or given
                    {metric: family-concentration, families: preferred-level} | 10:14 | at least 1 known factor
                    {metric: consistency, by: factors}                       | 10:14 | at least 2 known factors
                    {metric: family-information, families: given, table: nowhere.csv} | 10:58 | there is no file
                    {metric: routing}                                        | 10:14 | no gates are recorded
                    {metric: latent-branches}                                | 10:14 | the layer has 2 branches
                    """)
    void ofImagesWithoutFactors(String metric, String place, String reason) throws IOException {
        refused(STUDY.formatted(IMAGES, metric), place, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {metric: filter-statistics, layers: [conv2]} | 10:14 | its units are no filters over the channels of the image
                    {metric: filter-statistics, layers: [conv1, conv2]} | 10:49 | cannot be measured in conv2
                    {metric: factor-variance, factors: [hue]}    | 10:40 | no factor is named [hue]
                    {metric: probe-selectivity, folds: 7}        | 10:14 | at least 14 samples are needed, and there are 12
                    """)
    void ofGratings(String metric, String place, String reason) throws IOException {
        refused(STUDY.formatted(GRATINGS, metric), place, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "family-information",
                "family-concentration",
                "branch-divergence",
                "probe-selectivity",
                "consistency"
            })
    void withoutFactorsDefaultsTakeClasses(String metric) throws IOException {
        CommandLineRunner.Result result = validate(STUDY.formatted(IMAGES, metric));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("note[");
    }

    @Test
    void aNetworkOfOneBranchIsRefusedWhereBranchesAreCompared() throws IOException {
        String study =
                STUDY.formatted(GRATINGS, "cka")
                        .replace("branches: 2", "branches: 1")
                        .replace("samples: 12", "layers: [conv1]");

        refused(study, "10:5", "the layer is not branched");
    }

    @Test
    void whereNoLayerIsRecordedTheKeyIsNamed() throws IOException {
        String study =
                STUDY.formatted(GRATINGS, "cka")
                        .replace("columns, branches: 2, from: conv1, to: relu2", "none");

        refused(study, "8:9", "name the layers to record, as in `record: {layers: [conv1]}`");
    }

    @Test
    void aFigureOfALayerThatIsNotThereIsRefused() throws IOException {
        refused(
                STUDY.formatted(GRATINGS, "cka")
                        + "visualizers: [{visualizer: filter-grid, layer: conv7}]\n",
                "11:48",
                "no recorded layer named `conv7`");
    }

    @Test
    void moreSamplesThanThereAreIsWorthANote() throws IOException {
        CommandLineRunner.Result result =
                validate(STUDY.formatted(GRATINGS, "cka").replace("samples: 12", "samples: 5000"));

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains("5000 test images are to be recorded, but there are 48")
                .contains("pipeline.yaml:8:19");
    }

    @Test
    void whatCannotBeMeasuredInSomeLayersIsWorthANote() throws IOException {
        CommandLineRunner.Result result = validate(STUDY.formatted(GRATINGS, "filter-statistics"));

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains("`filter-statistics` will not be measured in conv2 of `two`");
    }

    @Test
    void allIsSaidAtOnce() throws IOException {
        String study =
                STUDY.formatted(
                        IMAGES,
                        "factor-variance\n  - routing\n  - {metric: consistency, by: factors}");

        CommandLineRunner.Result result = validate(study);

        assertThat(result.err()).contains("3 problems");
    }

    private void refused(String study, String place, String reason) throws IOException {
        CommandLineRunner.Result result = validate(study);

        assertThat(result.err()).contains("pipeline.yaml:" + place + "\n").contains(reason);
        assertThat(result.err()).contains("1 problem\n").doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(3);
    }

    private CommandLineRunner.Result validate(String study) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), study);
        return new CommandLineRunner(folder).run("validate", file.toString());
    }
}
