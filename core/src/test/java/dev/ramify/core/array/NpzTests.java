package dev.ramify.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpzTests {

    /** {@code np.savez(f, **{'w/x': np.array([1., 2.]), 'n': np.array([3], dtype='<i4')})}. */
    private static final String SAVED =
            """
            UEsDBC0AAAAAAAAAIQBkW6q///////////8HABQAdy94Lm5weQEAEACQAAAAAAAAAJAAAAAAAAAAk05VTVBZAQB2AHsnZGVz
            Y3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAg
            ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADwPwAAAAAAAABAUEsDBC0AAAAAAAAAIQAq
            0Bvl//////////8FABQAbi5ucHkBABAAhAAAAAAAAACEAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxpNCcsICdmb3J0
            cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgxLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg
            ICAgICAgICAgICAgICAgICAgICAgICAKAwAAAFBLAQItAy0AAAAAAAAAIQBkW6q/kAAAAJAAAAAHAAAAAAAAAAAAAACAAQAA
            AAB3L3gubnB5UEsBAi0DLQAAAAAAAAAhACrQG+WEAAAAhAAAAAUAAAAAAAAAAAAAAIAByQAAAG4ubnB5UEsFBgAAAAACAAIA
            aAAAAIQBAAAAAA==
            """;

    /** {@code np.savez_compressed(f, n=np.array([3, 4], dtype='<i4'))}. */
    private static final String COMPRESSED =
            """
            UEsDBC0AAAAIAAAAIQCqoeRK//////////8FABQAbi5ucHkBABAAiAAAAAAAAABLAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxc
            pG6loG6TaaKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6mjoKtQoUAC5mBgYGFiAGAFBLAQItAy0AAAAIAAAA
            IQCqoeRKSwAAAIgAAAAFAAAAAAAAAAAAAACAAQAAAABuLm5weVBLBQYAAAAAAQABADMAAACCAAAAAAA=
            """;

    @TempDir private Path folder;

    @Test
    void arraysThatNumPySavedAreRead() throws Exception {
        Map<String, NpyArray> arrays = Npz.read(file(decoded(SAVED)), 1000);

        assertThat(arrays).containsOnlyKeys("w/x", "n");
        assertThat(arrays.get("w/x").doubles()).containsExactly(1, 2);
        assertThat(arrays.get("n").ints()).containsExactly(3);
    }

    @Test
    void arraysThatNumPyCompressedAreRead() throws Exception {
        assertThat(Npz.read(file(decoded(COMPRESSED)), 1000).get("n").ints()).containsExactly(3, 4);
    }

    @Test
    void whatIsWrittenIsReadInTheSameOrder() throws Exception {
        Map<String, NpyArray> arrays = Npz.read(file(written()), 1000);

        assertThat(arrays.keySet()).containsExactly("b", "a");
        assertThat(arrays.get("b").floats()).containsExactly(1, 2, 3, 4);
        assertThat(arrays.get("b").header().shape()).containsExactly(2L, 2L);
    }

    @Test
    void equalArraysGiveEqualBytes() throws Exception {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void aWrongBitAmongTheValuesIsNoticed() throws Exception {
        byte[] bytes = written();
        int head = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("NUMPY") - 1;
        bytes[head + 128 + 3] ^= 1;

        assertThatThrownBy(() -> Npz.read(file(bytes), 1000))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageStartingWith("entry 'b': its check sum is ")
                .hasMessageEndingWith("; the file was damaged");
    }

    @Test
    void aFileThatIsCutOffIsNoticedWhereverItEnds() throws Exception {
        byte[] bytes = written();
        for (int length = 0; length < bytes.length; length += 7) {
            Path file = file(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Npz.read(file, 1000))
                    .as("%d bytes", length)
                    .isInstanceOf(ArrayFormatException.class);
        }
    }

    @Test
    void anArrayLargerThanExpectedIsNotRead() throws Exception {
        Path file = file(written());

        assertThatThrownBy(() -> Npz.read(file, 15))
                .isInstanceOf(ArrayFormatException.class)
                .hasMessageContaining("16 bytes of values; at most 15 are read");
    }

    private static byte[] written() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("b", NpyArray.of(new float[] {1, 2, 3, 4}, 2, 2));
        arrays.put("a", NpyArray.of(new int[] {5}, 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, arrays);
        return out.toByteArray();
    }

    private static byte[] decoded(String text) {
        return Base64.getMimeDecoder().decode(text);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("arrays.npz"), bytes);
    }

    @Test
    void theTimeZoneChangesNothing() throws IOException {
        TimeZone before = TimeZone.getDefault();
        Set<List<Byte>> files = new HashSet<>();
        try {
            for (String zone : List.of("UTC", "Asia/Kolkata", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Npz.write(out, Map.of("a", NpyArray.of(new int[] {1, 2}, 2)));
                files.add(Bytes.asList(out.toByteArray()));
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(files).hasSize(1);
    }
}
