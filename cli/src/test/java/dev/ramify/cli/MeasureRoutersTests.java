package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of a router, as {@code measure} meets them. */
final class MeasureRoutersTests {

    @TempDir private Path folder;

    @Test
    void documentsThatUseTheExpertsOfTheirDomainMakeAClaim() throws Exception {
        CommandLineRunner.Result result = measure(counts(true), "--permutations", "999");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("expert-domains +layer0 +layer +\\.?\\d")
                .contains("20 groups of 2 domains")
                .contains("expert-load")
                .contains("layer0")
                .contains("beyond chance");
        assertThat(result.err())
                .contains("expert-saturation")
                .doesNotContain("expert-domains was not");
    }

    @Test
    void documentsWithoutDomainsMakeNone() throws Exception {
        CommandLineRunner.Result result =
                measure(counts(false), "--metric", "expert-domains,expert-transfer");
        assertThat(result.out()).contains("no specialization beyond chance");
    }

    @Test
    void totalsHaveValuesAndNoP() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("totals.csv"),
                        "domain,layer,expert,count\na,0,0,3\na,0,1,1\nb,0,0,1\nb,0,1,3\n");
        JsonNode document =
                new JsonMapper()
                        .readTree(measure(file, "--metric", "expert-domains", "--json").out());

        JsonNode value = document.get("measurements").get(0);
        assertThat(value.get("value").asDouble()).isBetween(.1887, .1888);
        assertThat(value.get("p").isNull()).isTrue();
        assertThat(value.get("phrase").asText()).contains("no p");
        assertThat(document.get("groups").asInt()).isEqualTo(2);
        CommandLineRunner.Result shown = measure(file, "--metric", "expert-domains");
        assertThat(shown.err()).contains("these are totals: values have no p");
        assertThat(shown.out()).doesNotContain("beyond chance:");
    }

    private Path counts(boolean divided) throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>(List.of("group,domain,layer,expert,count"));
        for (int document = 0; document < 20; document++) {
            for (int expert = 0; expert < 6; expert++) {
                boolean own = divided && expert / 3 == document % 2;
                lines.add(
                        "d%d,%s,0,%d,%d"
                                .formatted(
                                        document,
                                        document % 2 == 0 ? "code" : "prose",
                                        expert,
                                        20 + random.nextInt(20) + (own ? 30 : 0)));
            }
        }
        return Files.write(folder.resolve("counts.csv"), lines);
    }

    private CommandLineRunner.Result measure(Path file, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("measure", file.toString()));
        arguments.addAll(List.of(more));
        return new CommandLineRunner(folder).run(arguments.toArray(String[]::new));
    }
}
