package dev.ramify.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.pipeline.spec.OptimizerSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values given beside the file. */
final class SettingsTests {

    @TempDir private Path folder;
    private Pipelines pipelines;

    @BeforeEach
    void open() {
        pipelines = new Pipelines(folder);
    }

    @Test
    void aSettingReplacesAValueOfTheFile() throws Exception {
        assertThat(load("training.epochs=7").spec().training().epochs()).isEqualTo(7);
    }

    @Test
    void aSettingAddsMapsThatTheFileDoesNotHave() throws Exception {
        assertThat(load("training.optimizer.type=sgd", "training.optimizer.rate=0.5"))
                .extracting(pipeline -> pipeline.spec().training().optimizer())
                .isEqualTo(new OptimizerSpec.Sgd(0.5, 0.9));
    }

    @Test
    void anItemIsReachedByItsIndexOrItsName() throws Exception {
        for (String item : List.of("variants[0]", "variants.0", "variants.halves")) {
            ResolvedPipeline pipeline = load(item + ".branches=4");
            assertThat(pipeline.plan().variants().get(0).architecture().view("conv1").parts())
                    .as(item)
                    .hasSize(4);
        }
    }

    @Test
    void aWholeListCanBeSet() throws Exception {
        assertThat(load("seeds=[5, 6]").spec().seeds()).containsExactly(5L, 6L);
    }

    @Test
    void aPathInASettingStartsFromTheWorkingDirectory() throws Exception {
        assertThat(load("dataset.folder=data").canonical().json())
                .contains(Path.of("data").toAbsolutePath().toString());
    }

    @Test
    void aWrongValueIsLocatedInTheSetting() {
        assertThat(shown("training.epochs=abc"))
                .isEqualTo(
                        """
                        error[C101]: `training.epochs` must be a whole number, found `abc`
                         --> --set training.epochs=abc
                         |
                         | training.epochs=abc
                         |                 ^^^ expected a whole number
                        """);
    }

    @Test
    void anUnknownKeyIsLocatedInTheSetting() {
        assertThat(shown("training.epoch=1"))
                .contains("unknown key `epoch` in `training`")
                .contains(" | training.epoch=1\n |          ^^^^^ did you mean `epochs`?");
    }

    @Test
    void anUnknownItemIsReportedWithThoseThatThereAre() {
        assertThat(shown("variants.halvs.branches=1"))
                .contains("the list has no item `halvs`")
                .contains("did you mean `halves`?")
                .contains("allowed: 0 to 1, halves, whole");
    }

    @Test
    void aPathThroughAValueLeadsNowhere() {
        assertThat(shown("name.x=1")).contains("`x` leads nowhere").contains("pipeline.yaml:1:7");
    }

    @Test
    void aSettingWithoutPathOrValueIsExplained() {
        for (String setting : List.of("=3", "foo", "a..b=1", "a[x]=1")) {
            assertThat(shown(setting)).as(setting).contains("write `--set training.epochs=5`");
        }
    }

    @Test
    void anEmptyValueIsNothing() {
        assertThat(shown("training.epochs=")).contains("must be a whole number, found nothing");
    }

    @Test
    void aValueThatIsNoYamlIsShownAsItWasWritten() {
        assertThat(shown("seeds=[1")).contains("| seeds=[1\n").contains("bracket");
    }

    private ResolvedPipeline load(String... settings) throws InvalidPipelineException {
        return pipelines.load(Pipelines.SOUND, settings);
    }

    private String shown(String setting) {
        return pipelines.shown(pipelines.problems(Pipelines.SOUND, setting));
    }
}
