package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramify.core.study.StudyModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a small study measures, from its pipeline to its files. */
final class StudyRunTests {

    private static final String PIPELINE =
            """
            name: small
            dataset: {type: gratings, train: 256, test: 128}
            trunk: {preset: small-cnn, filters: [8, 8, 8]}
            variants:
              - {name: two-columns, strategy: columns, branches: 2, from: conv1, to: relu3}
              - {name: four-columns, strategy: columns, branches: 4, from: conv1, to: relu3}
              - {name: shuffled, role: control, strategy: shuffled-columns, branches: 2, from: conv1, to: relu3}
              - {name: unbranched, role: control, strategy: none, branches-of: two-columns}
            training: {epochs: 1}
            seeds: [1, 2]
            record: {layers: [conv1, conv2]}
            metrics:
              - {metric: lesion-matrix, permutations: 19}
              - {metric: consistency, permutations: 99}
              - {metric: latent-branches, permutations: 19}
            """;

    @TempDir private static Path folder;
    private static CommandLineRunner.Result result;

    @BeforeAll
    static void run() throws IOException {
        Path pipeline = Files.writeString(folder.resolve("pipeline.yaml"), PIPELINE);
        result =
                new CommandLineRunner(folder, new StudyModule())
                        .run("run", "--out", folder.resolve("run").toString(), pipeline.toString());
    }

    private static JsonNode measurements() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("run/measurements.json").toFile());
    }

    private static List<JsonNode> of(JsonNode measurements, String metric) {
        List<JsonNode> found = new ArrayList<>();
        measurements.forEach(
                each -> {
                    if (each.path("metric").asText().equals(metric)) {
                        found.add(each);
                    }
                });
        return found;
    }

    @Test
    void branchesOfTrainedAndUntrainedNetworksAreLesioned() throws IOException {
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode networks = measurements().path("variants").path(0).path("networks");
        assertThat(networks.size()).isEqualTo(2);
        for (JsonNode network : networks) {
            for (String moment : List.of("trained", "untrained")) {
                assertThat(of(network.path(moment), "lesion-matrix"))
                        .isNotEmpty()
                        .allSatisfy(
                                each -> {
                                    assertThat(each.path("status").asText()).isEqualTo("defined");
                                    assertThat(each.path("value").isNumber()).isTrue();
                                })
                        .anySatisfy(each -> assertThat(each.path("p").asDouble()).isPositive())
                        .anySatisfy(
                                each -> assertThat(each.path("layer").asText()).isEqualTo("conv2"));
            }
        }
    }

    @Test
    void latentBranchesAreSoughtInTheUnbranchedNetworkThatIsMeasuredAsIfItHadSome()
            throws IOException {
        for (JsonNode variant : measurements().path("variants")) {
            boolean unbranched = variant.path("name").asText().equals("unbranched");
            for (JsonNode network : variant.path("networks")) {
                List<JsonNode> ofConv2 =
                        of(network.path("trained"), "latent-branches").stream()
                                .filter(each -> each.path("layer").asText().equals("conv2"))
                                .toList();
                assertThat(ofConv2).hasSize(unbranched ? 4 : 1);
                assertThat(ofConv2)
                        .allSatisfy(
                                each ->
                                        assertThat(each.path("status").asText())
                                                .isEqualTo(unbranched ? "defined" : "undefined"));
            }
        }
    }

    @Test
    void seedsOfEveryVariantAreComparedBesideChance() throws IOException {
        for (JsonNode variant : measurements().path("variants")) {
            for (String moment : List.of("trained", "untrained")) {
                List<JsonNode> compared =
                        of(variant.path("comparisons").path(moment), "consistency");
                assertThat(compared).hasSize(2);
                for (JsonNode each : compared) {
                    assertThat(each.path("status").asText()).isEqualTo("defined");
                    assertThat(each.path("value").asDouble()).isBetween(-1.0, 1.0);
                    assertThat(each.path("null").path("n").asInt()).isEqualTo(99);
                    assertThat(each.path("p").asDouble()).isBetween(.01, 1.0);
                    assertThat(each.path("phrase").asText()).isEqualTo("1 pair of networks");
                }
            }
        }
    }

    @Test
    void variantsThatAreNoControlsAreComparedWithEachOther() throws IOException {
        List<JsonNode> compared =
                of(measurements().path("comparisons").path("trained"), "consistency");

        assertThat(compared)
                .extracting(each -> each.path("subject").path("across").asText())
                .containsExactly("", "seeds", "architectures", "", "seeds", "architectures");
        assertThat(compared.get(0).path("phrase").asText()).isEqualTo("6 pairs of networks");
    }

    @Test
    void comparisonsAreInTheTableTheVerdictAndTheReport() throws IOException {
        assertThat(folder.resolve("run/measurements.csv"))
                .content()
                .contains("\ntwo-columns,all,trained,consistency,conv1,layer,defined,")
                .contains("\nall,all,untrained,consistency,conv2,across=seeds,defined,");
        assertThat(result.out())
                .containsPattern("two-columns\n(  .*\n)*  conv1: consistency -?[.\\d]+ [(]null")
                .contains("across variants\n  conv1: consistency ")
                .contains("6 pairs of networks); no claim rests on it");
        assertThat(folder.resolve("run/report.html"))
                .content()
                .contains("across variants")
                .contains("described, without a claim");
    }

    @Test
    void comparisonsAfterEveryEpochAreRefused() throws IOException {
        Path pipeline =
                Files.writeString(
                        folder.resolve("tracked.yaml"),
                        PIPELINE.replace("consistency,", "consistency, every-epoch: true,"));

        CommandLineRunner.Result refused =
                new CommandLineRunner(folder).run("validate", pipeline.toString());

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("`consistency` compares finished networks");
    }
}
