package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.testing.FakePlugins;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProvenanceTests {

    @TempDir private Path folder;

    @Test
    void saysWhatTheNumbersComeFrom() {
        ResolvedPipeline pipeline = new Studies(folder).pipeline(Studies.SMALL);

        Map<String, String> entries =
                Provenance.of(
                                pipeline,
                                FakePlugins.registry(),
                                Map.of("dots", Map.of("images.bin", "cafe")),
                                "slow")
                        .entries();

        assertThat(entries)
                .containsEntry("study", "small")
                .containsEntry("pipeline SHA-256", pipeline.canonical().sha256())
                .containsEntry("seeds", "[1, 2]")
                .containsEntry("kernels", "slow")
                .containsEntry("plugin fake", "1.0, SHA-256 00")
                .containsEntry("data dots images.bin", "cafe")
                .containsKeys("Ramify", "system", "processor", "ND4J", "BLAS");
        assertThat(entries.get("Java")).contains(Runtime.version().toString());
    }

    @Test
    void isWrittenWithTheResolvedPipelineBeforeTrainingBegins() throws Exception {
        Path directory = folder.resolve("run");

        new Studies(folder)
                .run(
                        Studies.SMALL,
                        directory,
                        1,
                        (done, status) -> {
                            assertThat(directory.resolve("provenance.json")).exists();
                            assertThat(directory.resolve("pipeline.yaml"))
                                    .content()
                                    .contains("weight-decay: 0");
                        });

        assertThat(directory.resolve("provenance.json")).content().contains("ramify.provenance/1");
    }
}
