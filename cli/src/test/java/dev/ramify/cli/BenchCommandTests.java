package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ramify.core.machine.ResidentMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ramify bench}, without PyTorch. */
final class BenchCommandTests {

    @TempDir private Path folder;

    private CommandLineRunner.Result bench(String... arguments) {
        return new CommandLineRunner(folder)
                .run(
                        Stream.concat(Stream.of("bench"), Stream.of(arguments))
                                .toArray(String[]::new));
    }

    @Test
    void theListHasEveryWorkload() {
        CommandLineRunner.Result result = bench("--list");

        assertThat(result.out().lines())
                .map(line -> line.split(" ")[0])
                .containsAll(List.of("w1-64", "w2-adam", "w3", "w4", "w5-32", "w6", "infer-w4"));
        assertThat(result.code()).isZero();
    }

    @Test
    void anUnknownWorkloadIsAMistakeInTheCommandLine() {
        CommandLineRunner.Result result = bench("w9");

        assertThat(result.err()).contains("no workload 'w9'").contains("w1-64");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void withoutPyTorchOurNetworksAreMeasuredAlone() throws Exception {
        CommandLineRunner.Result result =
                bench(
                        "w2-sgd",
                        "--rounds=1",
                        "--seconds=0.01",
                        "--python=no-such-python",
                        "--json");

        JsonNode workload = new JsonMapper().readTree(result.out()).at("/workloads/0");
        assertThat(result.err()).contains("without PyTorch").contains("no-such-python");
        assertThat(workload.get("id").asText()).isEqualTo("w2-sgd");
        assertThat(workload.get("parameters").asInt()).isEqualTo(473_098);
        assertThat(workload.get("ours").get("medianSeconds").asDouble()).isPositive();
        assertThat(workload.has("torch")).isFalse();
        assertThat(workload.get("heapBytesPerStep").asDouble()).isLessThan(2048);
    }

    @Test
    void enduranceShowsMemoryTenTimes() {
        assumeThat(ResidentMemory.now()).as("memory that the system tells").isPresent();

        CommandLineRunner.Result result = bench("w2-sgd", "--endurance=20");

        assertThat(result.out().lines())
                .hasSize(10)
                .allMatch(line -> line.contains("MiB resident"));
        assertThat(result.code()).isZero();
    }
}
