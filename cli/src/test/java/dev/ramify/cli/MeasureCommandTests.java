package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays that people bring, as {@code measure} meets them. */
final class MeasureCommandTests {

    private static final int SAMPLES = 200;
    private static final int UNITS = 16;

    @TempDir private Path folder;

    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

    /** Units of the first branch follow one factor, those of the second another. */
    @BeforeEach
    void divideTheWork() {
        Random random = new Random(1);
        float[] values = new float[SAMPLES * UNITS];
        int[] branches = new int[UNITS];
        int[] factors = new int[SAMPLES * 2];
        for (int i = 0; i < SAMPLES; i++) {
            factors[2 * i] = random.nextInt(2);
            factors[2 * i + 1] = random.nextInt(2);
            for (int unit = 0; unit < UNITS; unit++) {
                branches[unit] = unit / 8;
                values[i * UNITS + unit] =
                        (float) (2 * factors[2 * i + unit / 8] + random.nextGaussian());
            }
        }
        arrays.put("activations/fc", NpyArray.of(values, SAMPLES, UNITS));
        arrays.put("branches/fc", NpyArray.of(branches, UNITS));
        arrays.put("factors", NpyArray.of(factors, SAMPLES, 2));
        arrays.put("factor_names", NpyArray.of(List.of("hue", "size")));
    }

    @Test
    void theTableIsFollowedByTheVerdict() throws Exception {
        CommandLineRunner.Result result = measure("--metric", "family-information");

        assertThat(result.out())
                .containsPattern("family-information +fc +layer +1 ")
                .contains(
                        "fc: specializes beyond chance in this network: family-information 1 of 1 bit");
        assertThat(result.code()).isZero();
    }

    @Test
    void aDeepLayerIsNotJudgedWithoutUntrainedCopies() throws Exception {
        arrays.put("depth/fc", NpyArray.of(new int[] {2}, 1));

        CommandLineRunner.Result result = measure("--metric", "family-information");

        assertThat(result.out())
                .contains("fc: not tested: family-information: its p assumes independent units")
                .contains("--init")
                .doesNotContain("specializes");
    }

    @Test
    void aDeepLayerIsComparedWithUntrainedCopies() throws Exception {
        arrays.put("depth/fc", NpyArray.of(new int[] {2}, 1));
        List<String> copies = new ArrayList<>();
        for (int copy = 0; copy < 39; copy++) {
            copies.add(untrained(copy, UNITS).toString());
        }

        JsonNode document =
                json(
                        "--metric",
                        "family-information",
                        "--json",
                        "--init",
                        String.join(",", copies));

        JsonNode chance = document.at("/measurements/0/null");
        assertThat(chance.get("kind").asText()).isEqualTo("reinitialization");
        assertThat(chance.get("n").asInt()).isEqualTo(39);
        assertThat(document.at("/measurements/0/p").asDouble()).isEqualTo(1 / 40.0);
        assertThat(document.at("/verdict/outcome").asText()).isEqualTo("beyond-chance");
    }

    @Test
    void copiesOfAnotherNetworkAreRefused() throws Exception {
        CommandLineRunner.Result result = measure("--init", untrained(0, UNITS + 2).toString());

        assertThat(result.err())
                .contains("untrained copy 1, layer 'fc': it has 18 units, the trained one has 16");
        assertThat(result.code()).isEqualTo(2);
    }

    /** Units that follow the factors as they happen to, whatever their branch. */
    private Path untrained(int copy, int units) throws IOException {
        Random random = new Random(100 + copy);
        int[] factors = arrays.get("factors").ints();
        float[] values = new float[SAMPLES * units];
        for (int unit = 0; unit < units; unit++) {
            int followed = random.nextInt(2);
            for (int i = 0; i < SAMPLES; i++) {
                values[i * units + unit] =
                        (float) (2 * factors[2 * i + followed] + random.nextGaussian());
            }
        }
        Path file = folder.resolve("untrained-%d.npz".formatted(copy));
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, Map.of("activations/fc", NpyArray.of(values, SAMPLES, units)));
        }
        return file;
    }

    @Test
    void withoutMetricsAllAreMeasuredThatCanBeAndTheOthersSayWhatTheyNeed() throws Exception {
        CommandLineRunner.Result result = measure("--permutations", "99");

        assertThat(result.out()).contains("cka").contains("factor-variance").contains("coherence");
        assertThat(result.err())
                .contains("note: routing was not measured: no gates were recorded")
                .containsPattern(
                        "note: [a-z, -]*class-selectivity[a-z, -]* not measured: the classes")
                .containsPattern(
                        "note: [a-z, -]*filter-statistics[a-z, -]* not measured: the weights")
                .containsPattern(
                        "note: expert-coactivation, [a-z, -]* were not measured: no choices");
        assertThat(result.code()).isZero();
    }

    @Test
    void metricsOfSeveralNetworksAreRefusedForArraysOfOne() throws Exception {
        CommandLineRunner.Result result = measure("--metric", "consistency");

        assertThat(result.err())
                .contains("`consistency` compares several networks, and the arrays are of one")
                .contains("put it among the metrics of a pipeline");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void measurementsAreDataForPrograms() throws Exception {
        JsonNode document = json("--metric", "family-information,routing", "--json");

        assertThat(document.get("schema").asText()).isEqualTo("ramify/measurements");
        assertThat(document.get("version").asInt()).isEqualTo(1);
        JsonNode defined = document.get("measurements").get(0);
        assertThat(defined.get("metric").asText()).isEqualTo("family-information");
        assertThat(defined.get("layer").asText()).isEqualTo("fc");
        assertThat(defined.get("status").asText()).isEqualTo("defined");
        assertThat(defined.get("value").asDouble()).isEqualTo(1);
        assertThat(defined.get("null").get("kind").asText()).isEqualTo("unit-permutation");
        assertThat(defined.get("null").get("n").asInt()).isEqualTo(1999);
        assertThat(defined.get("pAdjusted").asDouble()).isLessThan(.01);
        JsonNode undefined = document.get("measurements").get(1);
        assertThat(undefined.get("status").asText()).isEqualTo("undefined");
        assertThat(undefined.get("reason").asText()).contains("no gates were recorded");
        assertThat(undefined.fieldNames())
                .toIterable()
                .containsAll(List.of("value", "null", "z", "p", "effect"));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
        String one = measure("--metric", "coherence", "--threads", "1", "--json").out();

        assertThat(measure("--metric", "coherence", "--threads", "3", "--json").out())
                .isEqualTo(one);
        assertThat(measure("--metric", "coherence", "--seed", "2", "--json").out())
                .isNotEqualTo(one);
    }

    @Test
    void optionsOfMetricsAreSetAsInPipelines() throws Exception {
        CommandLineRunner.Result wrong =
                measure("--metric", "cka", "--set", "cka.later=false", "--set", "ckb.layers=[fc]");

        assertThat(wrong.err()).contains("unknown key `later`").contains("did you mean `cka`?");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(measure("--metric", "cka", "--set", "cka.permutations=19").out())
                .containsPattern("cka .* 19\n");
        assertThat(measure("--metric", "ckaa").err()).contains("did you mean `cka`?");
    }

    @Test
    void aTableOfUnitsSufficesForFamilies() throws Exception {
        StringBuilder table = new StringBuilder("layer,unit,branch,family\n");
        for (int unit = 0; unit < UNITS; unit++) {
            table.append("fc,%d,%s,%s\n".formatted(unit, unit / 8, unit < 9 ? "edges" : "blobs"));
        }
        Path file = Files.writeString(folder.resolve("units.csv"), table);

        CommandLineRunner.Result result =
                new CommandLineRunner(folder)
                        .run(
                                "measure",
                                "--units",
                                file.toString(),
                                "--metric",
                                "family-concentration");

        // hypergeometric: 8 of 8 first units are among the 9 edges: C(9,8) / C(16,8)
        assertThat(result.out()).contains("0.0006993 exact");
        assertThat(result.code()).isZero();
    }

    @Test
    void noFamilyIsTakenFromOneBranchConstantUnitsOrNumbersThatAreNone() throws Exception {
        float[] values = arrays.get("activations/fc").floats();
        values[37] = Float.NaN;
        arrays.put("activations/fc", NpyArray.of(values, SAMPLES, UNITS));
        assertThat(measure("--metric", "coherence,factor-variance").out())
                .contains("unit 5 has the activation NaN at sample 2");
        arrays.put("activations/fc", NpyArray.of(new float[SAMPLES * UNITS], SAMPLES, UNITS));
        assertThat(measure("--metric", "coherence").out()).contains("0 of 16 units vary");
        arrays.put("branches/fc", NpyArray.of(new int[UNITS], UNITS));
        assertThat(measure("--metric", "coherence").out()).contains("the layer is not branched");
        arrays.put("labels", NpyArray.of(new int[SAMPLES], SAMPLES));
        assertThat(measure("--metric", "class-selectivity").out())
                .contains("all samples are of one class");
        arrays.keySet().retainAll(List.of("branches/fc"));
        arrays.put("activations/fc", NpyArray.of(new float[2 * UNITS], 2, UNITS));
        arrays.put("branches/fc", NpyArray.of(branches(), UNITS));
        assertThat(measure("--metric", "cka").out())
                .contains("at least 4 samples are needed, found 2");
    }

    private static int[] branches() {
        int[] branches = new int[UNITS];
        branches[0] = 1;
        return branches;
    }

    /** The part of the example that needs no PyTorch. */
    @Test
    void theExampleForPythonWritesArraysThatAreMeasured() throws Exception {
        Path file = folder.resolve("python.npz");
        Path script = Path.of("../docs/examples/from_pytorch.py");
        assumeThat(python("-c", "import numpy")).as("Python with NumPy").isZero();

        assertThat(python(script.toString(), file.toString())).isZero();
        CommandLineRunner.Result result =
                new CommandLineRunner(folder)
                        .run(
                                "measure",
                                file.toString(),
                                "--metric",
                                "family-information,family-concentration");

        assertThat(result.out()).contains("b0 took colour").contains("b1 took size");
    }

    private static int python(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void badArraysGiveCodeFive() throws Exception {
        arrays.put("branches/fc", NpyArray.of(new int[3], 3));

        CommandLineRunner.Result result = measure();

        assertThat(result.err()).contains("the number of its units differs").contains("  = ");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(5);
    }

    @Test
    void nothingToMeasureIsAMistakeOfUse() {
        assertThat(new CommandLineRunner(folder).run("measure").code()).isEqualTo(2);
    }

    private JsonNode json(String... options) throws IOException {
        return new JsonMapper().readTree(measure(options).out());
    }

    private CommandLineRunner.Result measure(String... options) throws IOException {
        Path file = folder.resolve("arrays.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, arrays);
        }
        String[] arguments = new String[options.length + 2];
        arguments[0] = "measure";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return new CommandLineRunner(folder).run(arguments);
    }
}
