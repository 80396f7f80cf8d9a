package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceTests {

    private static final Path PAGE = Path.of("../docs/guide/pipeline.md");

    @Test
    void thePageInTheGuideSaysWhatTheSourcesSay(@TempDir Path folder) {
        String written = new CommandLineRunner(folder).run("reference").out();

        assertThat(PAGE)
                .as("write it anew: cli/ramify reference > docs/guide/pipeline.md")
                .hasContent(written);
    }
}
