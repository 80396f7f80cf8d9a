package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.network.JobResult;
import dev.ramify.core.network.JobRunner;
import dev.ramify.core.network.NetworkProgress;
import dev.ramify.core.network.OpenedData;
import dev.ramify.core.network.StageKeys;
import dev.ramify.core.network.TrainingJob;
import dev.ramify.core.network.TrainingJobJson;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.telemetry.Meters;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial of a search is a network of a study with a budget. */
final class JobRunnerTests {

    private static final NetworkProgress SILENT =
            new NetworkProgress() {
                @Override
                public void at(double done, int epoch, int epochs, double accuracy) {}

                @Override
                public void measuring(String what, double done) {}

                @Override
                public void done(double accuracy) {}
            };

    @TempDir private Path folder;
    private Studies studies;
    private ResolvedPipeline pipeline;
    private CanonicalForm form;
    private TrainingJob job;

    @BeforeEach
    void plan() {
        studies = new Studies(folder);
        pipeline = studies.pipeline(Studies.SMALL);
        form = new CanonicalForm(studies.get(Schemas.class), pipeline.folder());
        PlannedVariant variant = pipeline.plan().variants().get(0);
        job =
                new TrainingJob(
                        variant.architecture(),
                        variant.dataset(),
                        pipeline.spec().input(),
                        pipeline.spec().training(),
                        1,
                        3);
    }

    @Test
    void aJobThatIsPromotedEndsWithTheBytesOfOneThatHadTheWholeBudgetAtFirst() throws Exception {
        JobResult whole = run(job, "whole");

        JobResult first = run(job.withBudget(1), "promoted");
        JobResult promoted = run(job, "promoted");

        assertThat(first.last().epoch()).isEqualTo(1);
        assertThat(first.epochs()).isEqualTo(whole.epochs().subList(0, 2));
        assertThat(promoted).isEqualTo(whole);
        assertThat(Files.readAllBytes(folder.resolve("promoted/weights.npz")))
                .isEqualTo(Files.readAllBytes(folder.resolve("whole/weights.npz")));
    }

    @Test
    void aJobOfAStudyComesToTheSameWeights() throws Exception {
        studies.run(Studies.SMALL, folder.resolve("run"));

        run(job, "alone");

        assertThat(Files.readAllBytes(folder.resolve("alone/weights.npz")))
                .isEqualTo(
                        Files.readAllBytes(
                                folder.resolve("run/variants/halves/seed-1/weights.npz")));
    }

    @Test
    void jobAndResultPassBetweenProcessesAsJson() throws Exception {
        TrainingJob read =
                TrainingJobJson.read(
                        TrainingJobJson.write(job.withBudget(2), form),
                        studies.get(Binder.class),
                        pipeline.folder());
        JobResult result = run(read, "read");

        assertThat(read).isEqualTo(job.withBudget(2));
        assertThat(JobResult.read(result.json())).isEqualTo(result);
    }

    @Test
    void anotherDocumentIsRefused() {
        assertThatThrownBy(() -> JobResult.read("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a document 'ramify.job-result/1'");
    }

    @Test
    void aBudgetBeyondTheHorizonIsRefused() {
        assertThatThrownBy(() -> job.withBudget(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and the horizon of 3 epochs, found 4");
    }

    private JobResult run(TrainingJob each, String name) {
        try (OpenedData data = OpenedData.open(pipeline, folder)) {
            return new JobRunner(
                            studies.get(Engine.class),
                            new StageKeys(form, studies.registry(), "kernels"),
                            studies.get(Meters.class))
                    .run(
                            each,
                            data.of(pipeline.plan().variants().get(0)),
                            KeyedFolder.open(folder.resolve(name), () -> {}),
                            SILENT);
        }
    }
}
