package dev.ramify.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.DataException;
import dev.ramify.core.pipeline.spec.OptimizerSpec;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineLoaderTests {

    @TempDir private Path folder;
    private Pipelines pipelines;

    @BeforeEach
    void open() {
        pipelines = new Pipelines(folder);
    }

    @Test
    void thereIsOneRunPerVariantAndSeed() throws Exception {
        assertThat(pipelines.load(Pipelines.SOUND).plan().runs())
                .extracting(Plan.Run::name)
                .containsExactly(
                        "halves/seed-1",
                        "halves/seed-2",
                        "halves/seed-3",
                        "whole/seed-1",
                        "whole/seed-2",
                        "whole/seed-3");
    }

    @Test
    void defaultsAreFilledIn() throws Exception {
        assertThat(pipelines.load(Pipelines.SOUND).spec().training().optimizer())
                .isEqualTo(new OptimizerSpec.Adam(0.001, 0.9, 0.999, 1e-8));
    }

    @Test
    void branchedLayersAreRecordedUnlessTheFileNamesOthers() throws Exception {
        ResolvedPipeline byDefault = pipelines.load(Pipelines.SOUND);
        ResolvedPipeline named = pipelines.load(Pipelines.SOUND, "record.layers=[conv2, conv1]");

        assertThat(byDefault.plan().variants()).allMatch(v -> v.layers().equals(List.of("conv1")));
        assertThat(named.plan().variants().get(1).layers()).containsExactly("conv1", "conv2");
    }

    @Test
    void anUnbranchedControlIsMeasuredByTheBranchesOfAnother() throws Exception {
        PlannedVariant whole = pipelines.load(Pipelines.SOUND).plan().variants().get(1);

        assertThat(whole.architecture().view("conv1").isBranched()).isFalse();
        assertThat(whole.divisions().of("conv1").assignment().branches()).hasSizeGreaterThan(1);
    }

    @Test
    void aVariantCanChangeOptionsOfTheDataset() throws Exception {
        String text =
                Pipelines.SOUND.replace("branches: 2}", "branches: 2, dataset: {grey: true}}");

        Plan plan = pipelines.load(text).plan();

        assertThat(plan.variants().get(0).data().shape()).isEqualTo(new Shape(1, 16, 16));
        assertThat(plan.variants().get(1).data().shape()).isEqualTo(new Shape(3, 16, 16));
    }

    @Test
    void aLayerOfAnotherWidthCannotTakeBranchesOver() {
        String text =
                Pipelines.SOUND.replace(
                        "strategy: none,", "strategy: split, branches: 1, width: 16,");

        assertThat(pipelines.shown(pipelines.problems(text)))
                .contains("layer `conv1` has 16 units here and 32 in `halves`")
                .contains("branches-of");
    }

    @Test
    void theCanonicalFormIsAPipelineOfTheSameMeaning() throws Exception {
        String text =
                Pipelines.SOUND.replace("branches: 2}", "branches: 2, dataset: {grey: true}}");
        ResolvedPipeline pipeline = pipelines.load(text);

        ResolvedPipeline again = pipelines.load(pipeline.canonical().yaml());

        assertThat(again.canonical().sha256()).isEqualTo(pipeline.canonical().sha256());
    }

    @Test
    void theHashDoesNotDependOnHowTheFileIsWritten() throws Exception {
        String spelled =
                Pipelines.SOUND
                                .replace("{preset: small-cnn}", "small-cnn")
                                .replace("name: quickstart\n", "")
                        + "name:   'quickstart'  # the last shall be first\ninput: {crop: 0}\n";

        assertThat(pipelines.load(spelled).canonical().sha256())
                .isEqualTo(pipelines.load(Pipelines.SOUND).canonical().sha256());
    }

    @Test
    void theHashDependsOnEveryValue() throws Exception {
        assertThat(pipelines.load(Pipelines.SOUND, "training.epochs=4").canonical().sha256())
                .isNotEqualTo(pipelines.load(Pipelines.SOUND).canonical().sha256());
    }

    @Test
    void aPathOfTheFileIsRelativeToItsFolder() throws Exception {
        Files.createDirectories(folder.resolve("images"));
        ResolvedPipeline pipeline =
                pipelines.load(Pipelines.SOUND.replace("size: 16", "folder: ./images"));

        assertThat(pipeline.canonical().json()).contains("\"folder\":\"images\"");
        assertThat(pipeline.spec().dataset().provider().options().toString())
                .contains("folder=" + folder.resolve("images").toAbsolutePath());
    }

    @Test
    void missingDataAreReportedWhereThePipelineIsSound() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> pipelines.load(Pipelines.SOUND.replace("dots, size: 16", "missing")))
                .withMessageContaining("data.bin: there is no such file; put it there");
    }

    @Test
    void missingDataAreReportedBesideMistakes() {
        String text =
                Pipelines.SOUND
                        .replace("dots, size: 16", "missing")
                        .replace("epochs: 3", "epochs: 0");

        assertThat(pipelines.problems(text))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(ProblemCode.OUT_OF_RANGE, ProblemCode.NO_DATA);
    }

    @Test
    void anAliasStandsForWhatItsAnchorMarks() throws Exception {
        String text = Pipelines.SOUND.replace("{epochs: 3}", "{epochs: &n 3, batch: *n}");

        assertThat(pipelines.load(text).spec().training().batch()).isEqualTo(3);
    }

    @Test
    void aTrunkCanBeWrittenLayerByLayer() throws Exception {
        String layers =
                """
                trunk:
                  layers:
                    - conv: {name: conv1, filters: 8, kernel: 5}
                    - relu
                    - branches:
                        name: mixed
                        branches:
                          - {name: a, layers: [conv: {name: conv2, filters: 4}]}
                          - name: b
                            layers:
                              - conv: {name: conv2, filters: 4, kernel: 1}
                              - batch-norm
                    - global-average-pool
                """;
        String text = Pipelines.SOUND.replace("trunk: {preset: small-cnn}\n", layers);

        PlannedVariant halves = pipelines.load(text).plan().variants().get(0);

        assertThat(halves.layers()).containsExactly("conv1", "conv2");
        assertThat(halves.architecture().view("conv2").units()).isEqualTo(8);
    }
}
