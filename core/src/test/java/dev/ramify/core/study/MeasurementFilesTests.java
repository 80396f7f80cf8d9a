package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.findings.Verdict.Gap;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.measure.NetworkMeasurements;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.store.Json;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.MeasurementsFile;
import dev.ramify.core.store.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured, on its way into files and back. */
final class MeasurementFilesTests {

    private static final Measurement DEFINED =
            new Measurement(
                    "purity",
                    "conv1",
                    Subject.branch("b1"),
                    new Defined(
                            .75,
                            new NullSummary(NullModel.UNIT_PERMUTATION, .5, .1, 99),
                            2.5,
                            .01,
                            .02,
                            false,
                            .5,
                            "3 of 4 units, \"red\""));
    private static final Measurement UNDEFINED =
            new Measurement("purity", "conv2", Subject.layer(), new Undefined("nothing there"));
    private static final NullDraws DRAWS =
            new NullDraws(
                    "purity",
                    "conv1",
                    Subject.branch("b1"),
                    Tail.GREATER,
                    .75,
                    1.0,
                    .02,
                    NullModel.UNIT_PERMUTATION,
                    true,
                    new double[] {.1, 1.0 / 3, Double.MIN_VALUE});

    private static final UnitColumn COLOUR =
            UnitColumn.Quantity.of("colour-index", "", .25, Double.NaN);
    private static final UnitColumn FAMILY = new UnitColumn.Category("family", List.of("red", ""));
    private static final Verdict VERDICT =
            new Verdict(
                    Outcome.NOT_TESTED,
                    1,
                    List.of(new Answer("conv2", List.of(), null, List.of())),
                    null,
                    List.of(new Gap("purity", "conv2", Subject.layer(), "nothing there", 1)),
                    null);

    @TempDir private Path folder;

    @Test
    void theTableHasARowForEachMeasurementAndMoment() throws Exception {
        write();

        assertThat(Files.readAllLines(folder.resolve("measurements.csv")))
                .containsExactly(
                        "variant,seed,moment,metric,layer,subject,status,value,null_mean,null_sd,null_n,z,p,p_adjusted,effect,effect_note,note",
                        "two,4,trained,purity,conv1,branch=b1,defined,0.75,0.5,0.1,99,2.5,0.01,0.02,0.5,,\"3"
                                + " of 4 units, \"\"red\"\"\"",
                        "two,4,untrained,purity,conv2,layer,undefined,,,,,,,,,,nothing there");
    }

    @Test
    void theDocumentSaysTheSameAndTheVerdict() throws Exception {
        write();

        JsonNode document = Json.read(folder.resolve("measurements.json"));
        assertThat(document.at("/schema").asText()).isEqualTo("ramify.measurements/2");
        assertThat(document.at("/variants/0/verdict/outcome").asText()).isEqualTo("not-tested");
        assertThat(document.at("/variants/0/verdict/notTested/0/reason").asText())
                .isEqualTo("nothing there");
        assertThat(document.at("/variants/0/verdict/sentences/0").asText())
                .isEqualTo("conv2: not tested: purity: nothing there");
        assertThat(document.at("/variants/0/networks/0/trained/0/null/kind").asText())
                .isEqualTo("unit-permutation");
        assertThat(document.at("/variants/0/networks/0/untrained/0/reason").asText())
                .isEqualTo("nothing there");
    }

    @Test
    void resultsOfANetworkAreReadAsTheyWereWritten() {
        KeyedFolder network = KeyedFolder.open(folder, () -> {});
        network.write("00", MeasurementsFile.of("purity", results()));

        MeasuredNetwork read = MeasurementsFile.read(network, "purity");

        assertThat(read.trained().measurements()).containsExactly(DEFINED);
        assertThat(read.trained().unitColumns()).isEqualTo(results().trained().unitColumns());
        assertThat(read.untrained().measurements()).containsExactly(UNDEFINED);
        NullDraws draws = read.trained().nulls().get(0);
        assertThat(draws.draws()).containsExactly(DRAWS.draws());
        assertThat(draws.ceiling()).isEqualTo(1);
        assertThat(draws.tail()).isEqualTo(Tail.GREATER);
        assertThat(draws.model()).isEqualTo(NullModel.UNIT_PERMUTATION);
        assertThat(draws.assumesIndependentUnits()).isTrue();
    }

    private void write() {
        try (RunDirectory directory = RunDirectory.open(folder)) {
            MeasurementFiles.write(
                    directory,
                    "study",
                    List.of(
                            new Conclusions(
                                    "two",
                                    Map.of(4L, results()),
                                    List.of(),
                                    List.of(),
                                    Comparisons.NONE,
                                    VERDICT)),
                    Comparisons.NONE);
        }
    }

    private static MeasuredNetwork results() {
        return new MeasuredNetwork(
                new NetworkMeasurements(
                        List.of(DEFINED), Map.of("conv1", List.of(COLOUR, FAMILY)), List.of(DRAWS)),
                new NetworkMeasurements(List.of(UNDEFINED), Map.of(), List.of()));
    }
}
