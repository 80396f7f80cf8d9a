package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibration with the built-in metrics, as people meet it. */
final class CalibrateCommandTests {

    @TempDir private Path folder;

    @Test
    void tablesShowPowerAndFalsePositivesOfEachMetric() {
        CommandLineRunner.Result result = run("--metric", "routing,weight-modularity");

        assertThat(result.out())
                .containsPattern("power: .*\nmetric +kind +alpha 0 .*alpha \\.8 +scenario\n")
                .containsPattern("routing +inferential( +[01]\\.\\d{3}){6} +gates\n")
                .containsPattern("weight-modularity +descriptive( +[01]\\.\\d{3}){6} +mixing\n")
                .containsPattern("weight-modularity .* - +- +- +not judged\n");
        assertThat(result.err()).contains("5 runs are too few to judge; that takes at least 400");
        assertThat(result.code()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameRatesAtAnyNumberOfThreadsAndBesideAnyMetric() throws Exception {
        JsonNode alone = json(run("--json", "--threads", "1", "--metric", "routing"));
        JsonNode beside =
                json(run("--json", "--threads", "3", "--metric", "weight-modularity,routing"));

        assertThat(alone.get("schema").asText()).isEqualTo("ramify/calibration");
        JsonNode routing = alone.get("metrics").get(0);
        assertThat(routing.toString()).isEqualTo(beside.get("metrics").get(0).toString());
        assertThat(routing.get("rates").size()).isEqualTo(9);
        assertThat(routing.get("rates").get(0).get("runs").asInt()).isEqualTo(5);
    }

    @Test
    void unknownMetricsAreAllNamedWithTheNearest() {
        CommandLineRunner.Result result = run("--metric", "routin,coherense");

        assertThat(result.err())
                .contains("there is no metric 'routin'; did you mean 'routing'?")
                .contains("there is no metric 'coherense'; did you mean 'coherence'?");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void metricsThatAreFinishedWhenInterruptedArePrintedAndTheOthersNamed() throws Exception {
        CommandLineRunner.Result[] result = new CommandLineRunner.Result[1];
        Thread worker =
                new Thread(
                        () ->
                                result[0] =
                                        run("--permutations", "100000000", "--metric", "routing"));
        worker.start();
        Thread.sleep(2_000);
        worker.interrupt();
        worker.join(60_000);

        assertThat(result[0].code()).isEqualTo(130);
        assertThat(result[0].out()).isEmpty();
        assertThat(result[0].err())
                .contains(
                        "interrupted after 0 of 1 metrics, which are printed; the others begin anew with --metric routing");
    }

    @Test
    void tooFewPermutationsForTheLevelAreRefused() {
        CommandLineRunner.Result result = run("--permutations", "18", "--metric", "routing");

        assertThat(result.err()).contains("at least 19 permutations").contains("found 18");
        assertThat(result.code()).isEqualTo(2);
    }

    private CommandLineRunner.Result run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "calibrate";
        all[1] = "--runs";
        all[2] = "5";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return new CommandLineRunner(folder).run(all);
    }

    private static JsonNode json(CommandLineRunner.Result result) throws Exception {
        return new JsonMapper().readTree(result.out());
    }
}
