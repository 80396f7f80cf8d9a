package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.recording.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people's files look like: read as meant, or refused with what is to be done. */
final class OrdinaryFilesTests {

    private static final float[] SIX = {0, 1, 2, 3, 4, 5};

    @TempDir private Path folder;

    @Test
    void whatStandsBesideArraysIsNamedAndNotRead() throws IOException {
        RawNpz arrays =
                layer().entry("README.md", new byte[3])
                        .entry("notes/", new byte[0])
                        .entry("__MACOSX/._activations", new byte[3])
                        .array("config", "|O", false, "1,", new byte[9]);

        assertThat(notes(arrays))
                .containsExactly(
                        "`README.md` is no array",
                        "the array `config` is not read: values of type '|O'; the types read are"
                                + " f2, f4, f8, bfloat16 (V2), i1 to i8, u1 to u8, b1, U and S, in"
                                + " either byte order");
    }

    @Test
    void bfloat16IsReadAndSaid() throws IOException {
        byte[] values = {(byte) 0x80, 0x3f, 0x00, 0x40, 0x40, 0x40, 0, 0, 0, 0, 0, 0};

        assertThat(notes(new RawNpz().array("activations/fc", "|V2", false, "3, 2", values)))
                .containsExactly(
                        "activations/fc: its values of 2 bytes without a type are read as"
                                + " bfloat16");
    }

    @Test
    void namesMayBeBytes() throws IOException {
        byte[] names = "cat\0dog\0".getBytes(StandardCharsets.UTF_8);
        Recording recording =
                read(
                        layer().ints("labels", "3,", 0, 1, 1)
                                .array("class_names", "|S4", false, "2,", names));

        assertThat(recording.classes()).containsExactly("cat", "dog");
    }

    @Test
    void aMarkOfWhatHasNoClassIsNoClass() throws IOException {
        assertThat(problems(layer().ints("labels", "3,", 2, -1, 0)))
                .contains("labels: the value at 1 is -1, which is no class")
                .contains("leave these samples out");
        assertThat(problems(layer().ints("labels", "3,", -100, 1, -100)))
                .contains("labels: 2 values, the first at 0, are -100, which is no class");
        assertThat(problems(layer().ints("factors", "3, 1", 3, -1, 0)))
                .contains("factors: of 'factor 1', the value at 1 is -1, which is no level");
    }

    @Test
    void signsAreClassesAndSaidToBe() throws IOException {
        RawNpz arrays = layer().ints("labels", "3,", 1, -1, -1);

        assertThat(notes(arrays))
                .containsExactly(
                        "labels: 2 values, the first at 1, are -1, which is taken for a class of"
                                + " its own");
        assertThat(read(arrays).classes()).containsExactly("-1", "1");
    }

    @Test
    void noBranchHasANegativeNumber() throws IOException {
        assertThat(problems(layer().ints("branches/fc", "2,", 1, -1)))
                .contains("branches/fc: the value at 1 is -1, which is no branch");
    }

    @Test
    void aFamilyWithANegativeNumberIsNone() throws IOException {
        RawNpz arrays = layer().ints("families/fc", "2,", 3, -1);

        assertThat(read(arrays).layers().get(0).families()).contains(List.of("family 3", ""));
        assertThat(notes(arrays))
                .containsExactly("families/fc: the value at 1 is -1, which is taken for no family");
    }

    @Test
    void emptyTextsNameNoClass() throws IOException {
        byte[] texts = "a\0b".getBytes(StandardCharsets.UTF_8);
        assertThat(problems(layer().array("labels", "|S1", false, "3,", texts)))
                .contains("labels: 1 texts, the first at 1, are empty and name no class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3, 4 | .argmax(1)",
                "3, 1 | .reshape(-1)",
            })
    void labelsOfTwoDimensionsComeWithWhatMakesThemOne(String shape, String remedy)
            throws IOException {
        int count = shape.endsWith("4") ? 12 : 3;
        assertThat(problems(layer().ints("labels", shape, new int[count]))).contains(remedy);
    }

    @Test
    void fractionsAreNoClasses() throws IOException {
        assertThat(problems(layer().floats("labels", "3,", 0, 1, .25f)))
                .contains("labels: it is 0.25 at 2, which is no class")
                .contains("divide it into levels");
        assertThat(problems(layer().floats("labels", "3,", 0, 1, 2)))
                .contains("convert it with .astype('int64')");
    }

    @Test
    void choicesOfExpertsAreNoGates() throws IOException {
        assertThat(problems(new RawNpz().ints("gates/moe", "3, 2", 0, 7, 3, 1, 2, 5)))
                .contains("whole numbers up to 7, which are choices of experts")
                .contains("numpy.eye(8)[choices].mean(1)");
    }

    @Test
    void gatesOfALayerWithoutBranchesSayWhatIsMissing() throws IOException {
        float[] gates = {.5f, .25f, .25f, 1, 0, 0, .5f, .5f, 0};
        assertThat(problems(layer().floats("gates/fc", "3, 3", gates)))
                .contains("it has 3 columns, but nothing says in which branch the 2 units")
                .contains("give branches/fc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activations/c | 1, 2, 3, 8 | 8 | .transpose(0, 3, 1, 2)",
                "weights/c | 2, 3, 1, 8 | 8 | .transpose(3, 2, 0, 1)",
                "weights/c | 3, 8, 2, 1 | 8 | .transpose(1, 0, 2, 3)",
                "weights/c | 6, 8 | 8 | .T",
                "activations/c | 8, 6 | 8 | .T",
            })
    void axesInTheOrderOfOtherLibrariesComeWithTheTranspositionThatFits(
            String key, String shape, int units, String remedy) throws IOException {
        assertThat(
                        problems(
                                new RawNpz()
                                        .floats(key, shape, new float[48])
                                        .ints("branches/c", units + ",", new int[units])))
                .contains("bring %s into the order that is read with %s".formatted(key, remedy));
    }

    @Test
    void channelsThatSeemToBeLastAreSaidToBeReadFirst() throws IOException {
        assertThat(notes(new RawNpz().floats("activations/c", "1, 2, 2, 12", new float[48])))
                .singleElement()
                .asString()
                .contains("is read as [samples, units, height, width]")
                .contains(".transpose(0, 3, 1, 2)");
        assertThat(notes(new RawNpz().floats("activations/c", "1, 12, 2, 2", new float[48])))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16, 3, 1, 1 | 3 | its 3 inputs are taken for the channels of the image",
                "12, 4, 1, 1 | 0 | nothing says that its 4 inputs are the channels of an image",
                "48, 1, 1, 1 | 0 | nothing says that its 1 inputs are the channels of an image",
            })
    void onlyThreeInputsAreTakenForAnImageWithoutSayingSo(String shape, int channels, String note)
            throws IOException {
        RawNpz arrays = new RawNpz().floats("weights/c", shape, new float[48]);

        assertThat(read(arrays).inputDeviation()).hasSize(channels);
        assertThat(notes(arrays)).singleElement().asString().startsWith("weights/c: " + note);
    }

    @Test
    void greyImagesAreSaidByTheirDeviation() throws IOException {
        RawNpz arrays =
                new RawNpz()
                        .floats("weights/c", "4, 1, 2, 2", new float[16])
                        .floats("input_deviation", "1,", .25f);

        assertThat(read(arrays).inputDeviation()).containsExactly(.25);
        assertThat(notes(arrays)).isEmpty();
    }

    @Test
    void aCovarianceThatRoundingLeftUnevenIsMadeEven() throws IOException {
        float above = Math.nextUp(.5f);
        Recording recording = read(layer().floats("input_covariance", "2, 2", 1, .5f, above, 1));

        double[][] covariance = recording.covariance().orElseThrow();
        assertThat(covariance[0][1]).isEqualTo(covariance[1][0]).isBetween(.5, (double) above);
        assertThat(recording.inputDeviation()).containsExactly(1, 1);
    }

    @Test
    void whatIsNoCovarianceIsRefused() {
        assertThat(problems(layer().floats("input_covariance", "2, 2", 1, .5f, -.5f, 1)))
                .contains("input_covariance: it is no covariance: 0.5 and -0.5 stand over");
        assertThat(problems(layer().floats("input_covariance", "2, 2", 1, 3, 3, 1)))
                .contains("between variances of 1.0 and 1.0");
        assertThat(problems(layer().floats("input_covariance", "1, 1", -1)))
                .contains("it is no covariance");
    }

    @Test
    void aFactorThatDoesNotVaryIsLeftOut() throws IOException {
        RawNpz arrays = layer().ints("factors", "3, 2", 4, 0, 4, 1, 4, 1);

        assertThat(read(arrays).factors())
                .singleElement()
                .matches(each -> each.name().equals("factor 2"));
        assertThat(notes(arrays))
                .containsExactly(
                        "factors: all samples have the same value of 'factor 1', which is left out");
    }

    @Test
    @Timeout(30)
    void manyTextsTakeTimeInProportion() throws IOException {
        int count = 400_000;
        ByteBuffer texts = ByteBuffer.allocate(count * 4);
        for (int i = 0; i < count; i++) {
            // Four letters of 32.
            for (int shift = 15; shift >= 0; shift -= 5) {
                texts.put((byte) ('@' + (i >> shift & 31)));
            }
        }
        RawNpz arrays =
                new RawNpz()
                        .array("class_names", "|S4", false, count + ",", texts.array())
                        .array("labels", "|S4", false, count + ",", texts.array())
                        .ints("weights/fc", "1, 1", 0);

        assertThat(read(arrays).classes()).hasSize(count);
    }

    @Test
    void thousandsOfBranchesAreNoneThatAnyoneMeans() throws IOException {
        int[] each = new int[5_000];
        java.util.Arrays.setAll(each, i -> i);
        assertThat(
                        problems(
                                new RawNpz()
                                        .ints("branches/fc", "5000,", each)
                                        .floats("weights/fc", "5000, 1", new float[5_000])))
                .contains("branches/fc: 5,000 units are in 5,000 branches; at most 4,096");
    }

    @Test
    @Timeout(10)
    void aTableOfASingleLineIsRefusedAtOnce() throws IOException {
        Path table = Files.writeString(folder.resolve("u.csv"), "x,".repeat(500_000));

        DataException refused =
                catchThrowableOfType(
                        DataException.class,
                        () -> RecordingReader.read(Optional.empty(), Optional.of(table)));
        assertThat(refused.problems()).hasSizeLessThan(40);
        assertThat(refused.problems().get(0).reason()).contains("the columns are [x, x,");
    }

    private static RawNpz layer() {
        return new RawNpz().floats("activations/fc", "3, 2", SIX);
    }

    private RecordingReader.Result result(RawNpz arrays) throws IOException {
        return RecordingReader.read(
                Optional.of(arrays.write(folder.resolve("arrays.npz"))), Optional.empty());
    }

    private Recording read(RawNpz arrays) throws IOException {
        return result(arrays).recording();
    }

    private List<String> notes(RawNpz arrays) throws IOException {
        return result(arrays).notes();
    }

    private String problems(RawNpz arrays) {
        return catchThrowableOfType(DataException.class, () -> result(arrays)).problems().stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
