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
                .hasMessageContaining("Python objects are never read");
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
