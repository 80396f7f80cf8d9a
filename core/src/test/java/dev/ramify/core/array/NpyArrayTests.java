package dev.ramify.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays against what {@code numpy.save} of NumPy 2.4 writes. */
final class NpyArrayTests {

    /** {@code np.array([[1.5, -2, 3], [0, 1e-3, 7]], dtype='<f4')}. */
    private static final byte[] FLOATS =
            saved(
                    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
                    "0000c03f000000c000004040000000006f12833a0000e040");

    /** {@code np.array(['ab', 'ζ', ''])}. */
    private static final byte[] TEXTS =
            saved(
                    "{'descr': '<U2', 'fortran_order': False, 'shape': (3,), }",
                    "6100000062000000b6030000000000000000000000000000");

    @Test
    void floatsAreWrittenAsNumPyDoes() throws Exception {
        NpyArray array = NpyArray.of(new float[] {1.5f, -2, 3, 0, 1e-3f, 7}, 2, 3);

        assertThat(written(array)).isEqualTo(FLOATS);
    }

    @Test
    void floatsThatNumPyWroteAreRead() throws Exception {
        NpyArray array = read(FLOATS);

        assertThat(array.floats()).containsExactly(1.5f, -2, 3, 0, 1e-3f, 7);
        assertThat(array.header().shape()).containsExactly(2L, 3L);
    }

    @Test
    void textsAreWrittenAsNumPyDoes() throws Exception {
        assertThat(written(NpyArray.of(List.of("ab", "ζ", "")))).isEqualTo(TEXTS);
    }

    @Test
    void textsThatNumPyWroteAreRead() throws Exception {
        assertThat(read(TEXTS).texts()).containsExactly("ab", "ζ", "");
    }

    @Test
    void aSingleNumberThatNumPyWroteIsRead() throws Exception {
        NpyArray array =
                read(
                        saved(
                                "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                                "0000000000000440"));

        assertThat(array.doubles()).containsExactly(2.5);
    }

    @Test
    void columnMajorValuesAreNotTakenForRowMajorOnes() throws Exception {
        NpyArray array =
                read(
                        saved(
                                "{'descr': '<i4', 'fortran_order': True, 'shape': (2, 2), }",
                                "01000000030000000200000004000000"));

        assertThatThrownBy(array::ints)
                .isInstanceOf(ArrayFormatException.class)
                .hasMessage("expected row-major values of type <i4, found column-major <i4");
    }

    @Test
    void valuesOfAnotherTypeAreRefused() throws Exception {
        NpyArray array = read(FLOATS);

        assertThatThrownBy(array::ints)
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("expected row-major values of type <i4, found <f4");
    }

    @Test
    void valuesThatAreCutOffAreCounted() {
        byte[] cut = java.util.Arrays.copyOf(FLOATS, FLOATS.length - 3);

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessage("the values end after 21 of 24 bytes");
    }

    @Test
    void pythonObjectsAreNeverRead() {
        byte[] pickled = saved("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "8004");

        assertThatThrownBy(() -> read(pickled))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("values of type '|O'");
    }

    @Test
    void aShapeThatCannotBeTrueTakesNoMemory() {
        byte[] huge =
                saved(
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (4000000000, 4000000000), }",
                        "");

        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("too large to be true");
    }

    /** What NumPy 2.4 loads of other writers: cnpy, Python 2 and headers written by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'shape': (2,), 'fortran_order': False, 'descr': '<i4'}",
                "{\"descr\": \"<i4\", \"fortran_order\": False, \"shape\": (2,)}",
                "{'descr': '<i4', 'fortran_order': False, 'shape': (2L,), }",
                "{'descr': u'<i4', u'fortran_order': False, 'shape': ( 2 , )}",
                "{'descr': '=i4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': 'i4', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': 'int32', 'fortran_order': False, 'shape': (2,)}",
            })
    void headersOfOtherWritersAreReadAsNumPyReadsThem(String head) throws Exception {
        assertThat(read(saved(head, "0100000002000000")).ints()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<u1", "|u1", "u1", "<b1", "?", "bool", "=b1"})
    void singleBytesHaveNoOrder(String type) throws Exception {
        NpyArray array =
                read(
                        saved(
                                "{'descr': '%s', 'fortran_order': False, 'shape': (3,), }"
                                        .formatted(type),
                                "000101"));

        assertThat(array.wholes()).containsExactly(0, 1, 1);
    }

    /** {@code np.array([1, -2.5, 3e38], ml_dtypes.bfloat16)}: upper halves of single precision. */
    @ParameterizedTest
    @ValueSource(strings = {"|V2", "<V2", "bfloat16"})
    void bfloat16IsTheUpperHalfOfSinglePrecision(String type) throws Exception {
        NpyArray array =
                read(
                        saved(
                                "{'descr': '%s', 'fortran_order': False, 'shape': (3,), }"
                                        .formatted(type),
                                "803f20c0627f"));

        assertThat(array.numbers()).containsExactly(1, -2.5, Float.intBitsToFloat(0x7f620000));
    }

    /** {@code np.array([b'ab', 'ζ'.encode(), b''])}. */
    @Test
    void bytesAreTextsInUtf8() throws Exception {
        NpyArray array =
                read(
                        saved(
                                "{'descr': '|S2', 'fortran_order': False, 'shape': (3,), }",
                                "6162ceb60000"));

        assertThat(array.texts()).containsExactly("ab", "ζ", "");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedInTheirPlace() throws Exception {
        NpyArray array =
                read(saved("{'descr': '|S1', 'fortran_order': False, 'shape': (2,), }", "61e9"));

        assertThatThrownBy(array::texts)
                .isInstanceOf(ArrayFormatException.class)
                .hasMessage("its text 1 is not in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "|O, Python objects are never read",
        "<c8, '.real and .imag'",
        "|V1, .astype('float32')",
        "<f16, .astype('float32')",
        "<M8[ns], .astype('int64')",
    })
    void typesThatAreNotReadComeWithWhatToDo(String type, String remedy) {
        byte[] array =
                saved("{'descr': '%s', 'fortran_order': False, 'shape': (1,)}".formatted(type), "");

        assertThatThrownBy(() -> read(array))
                .isInstanceOfSatisfying(
                        ArrayFormatException.class,
                        e -> assertThat(e.remedyOr("")).contains(remedy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': 1, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '<f4, 'fortran_order': False, 'shape': (1,)}",
            })
    void whatIsNoHeaderIsRefused(String head) {
        byte[] array = saved(head, "00000000");

        assertThatThrownBy(() -> read(array))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("the header is not");
    }

    @Test
    void textsWithoutLengthAreNotCounted() {
        byte[] array =
                saved(
                        "{'descr': '<U0', 'fortran_order': False, 'shape': (100000000000000000,)}",
                        "");

        assertThatThrownBy(() -> read(array))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("have no length");
    }

    @Test
    @Timeout(5)
    void blanksWithoutEndAreReadOnce() {
        byte[] array =
                saved(
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)"
                                + " ".repeat(60_000)
                                + "x",
                        "");

        assertThatThrownBy(() -> read(array)).isInstanceOf(ArrayFormatException.class);
    }

    /** Put the head of a file together as NumPy pads it. */
    private static byte[] saved(String head, String values) {
        int padding = 64 - (10 + head.length() + 1) % 64;
        byte[] text =
                (head + " ".repeat(padding % 64) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return HexFormat.of()
                .parseHex(
                        "934e554d50590100"
                                + "%02x%02x".formatted(text.length & 0xff, text.length >> 8)
                                + HexFormat.of().formatHex(text)
                                + values);
    }

    private static byte[] written(NpyArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        array.write(out);
        return out.toByteArray();
    }

    private static NpyArray read(byte[] bytes) throws IOException {
        return NpyArray.read(new ByteArrayInputStream(bytes), 1000);
    }
}
