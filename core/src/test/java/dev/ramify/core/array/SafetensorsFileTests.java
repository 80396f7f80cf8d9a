package dev.ramify.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafetensorsFileTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "F64, 000000000000F83F00000000000000C0",
        "F32, 0000C03F000000C0",
        "F16, 003E00C0",
        "BF16, C03F00C0"
    })
    void fractionsOfAllWidthsAreRead(String type, String values) throws IOException {
        assertThat(numbers(type, "[2]", values)).containsExactly(1.5, -2);
    }

    @ParameterizedTest
    @CsvSource({
        "I64, FEFFFFFFFFFFFFFF0300000000000000, -2",
        "I32, FEFFFFFF03000000, -2",
        "I16, FEFF0300, -2",
        "I8, FE03, -2",
        "U32, FEFFFFFF03000000, 4294967294",
        "U16, FEFF0300, 65534",
        "U8, FE03, 254"
    })
    void wholeNumbersOfAllWidthsAreRead(String type, String values, long first) throws IOException {
        assertThat(numbers(type, "[1, 2]", values)).containsExactly(first, 3);
    }

    @Test
    void truthValuesAreRead() throws IOException {
        assertThat(numbers("BOOL", "[3]", "010001")).containsExactly(1, 0, 1);
    }

    @Test
    void aSingleNumberHasNoDimensions() throws IOException {
        assertThat(numbers("F32", "[]", "0000C03F")).containsExactly(1.5);
    }

    @Test
    void tensorsAreFoundInAnyOrderAndViewedWhereTheyStand() throws IOException {
        Path file =
                write(
                        """
                        {"__metadata__":{"format":"pt"},
                         "second":{"dtype":"U8","shape":[1],"data_offsets":[3,4]},
                         "experts/L0":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}   \
                        """,
                        "01020307");
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            assertThat(tensors.headers()).containsOnlyKeys("second", "experts/L0");
            assertThat(tensors.read("second", 10).wholes()).containsExactly(7);
            ByteBuffer mapped = tensors.map("experts/L0").slice(0, 3, ByteOrder.LITTLE_ENDIAN);
            assertThat(mapped.get(0)).isEqualTo((byte) 1);
            assertThat(mapped.get(2)).isEqualTo((byte) 3);
            assertThat(tensors.faults()).isEmpty();
            assertThatExceptionOfType(ArrayFormatException.class)
                    .isThrownBy(() -> tensors.read("experts/L0", 2))
                    .withMessage("3 bytes of values; at most 2 are read into memory");
        }
    }

    @Test
    void emptyTensorsTakeNoRoom() throws IOException {
        Path file =
                write(
                        """
                        {"a":{"dtype":"F32","shape":[0,4],"data_offsets":[0,0]},\
                        "b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""",
                        "05");
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            assertThat(tensors.read("a", 0).numbers()).isEmpty();
        }
    }

    @Test
    void tensorsThatOverlapAreRefused() throws IOException {
        refused(
                """
                {"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},\
                "b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""",
                "01020304",
                "the tensor 'b' begins at byte 2 of the values, but 'a' ends at 3; tensors may neither overlap nor leave bytes between them");
    }

    @Test
    void bytesBetweenTensorsAreRefused() throws IOException {
        refused(
                """
                {"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""",
                "0102",
                "the tensor 'a' begins at byte 1 of the values, but the header ends at 0; tensors may neither overlap nor leave bytes between them");
    }

    @Test
    void bytesBehindTheLastTensorAreRefused() throws IOException {
        refused(
                """
                {"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""",
                "010203",
                "2 bytes follow the last tensor, 'a', which no tensor has");
    }

    @Test
    void tensorsThatEndBehindTheFileAreRefused() throws IOException {
        refused(
                """
                {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
                "01020304",
                "the tensor 'a' ends at byte 8 of the values, of which there are 4; the file was cut short");
    }

    @Test
    void offsetsThatContradictTheShapeAreAFaultOfTheTensor() throws IOException {
        fault(
                """
                {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""",
                "01020304",
                "a shape of [2] of F32 takes 8 bytes, but its data_offsets [0, 4] have 4");
    }

    @Test
    void aShapeTooLargeToBeTrueIsAFault() throws IOException {
        fault(
                """
                {"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,1]}}""",
                "01",
                "a shape of [4611686018427387904, 8] is too large to be true");
    }

    @Test
    void aSecondTensorOfANameIsAFault() throws IOException {
        fault(
                """
                {"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},\
                "a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""",
                "0102",
                "a second tensor of this name");
    }

    @Test
    void typesThatAreNotReadAreAFault() throws IOException {
        fault(
                """
                {"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}""",
                "01",
                "values of type 'F8_E4M3'; the types read are [BF16, BOOL, F16, F32, F64, I16, I32, I64, I8, U16, U32, U64, U8]; convert it with tensor.float()");
    }

    @Test
    void whatATensorDoesNotSayIsAFault() throws IOException {
        fault(
                """
                {"a":{"dtype":"U8","data_offsets":[0,1]}}""",
                "01",
                "dtype, shape and two data_offsets are expected; found U8, null and [0, 1]");
    }

    @Test
    void namesThatLeadOutOfAFolderAreAFault() throws IOException {
        fault(
                """
                {"../a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""",
                "01",
                "the name is a path rather than that of an array, such as activations/conv1");
    }

    @Test
    void aHeaderThatIsNoJsonIsRefusedInItsPlace() throws IOException {
        refused("{\"a\":{\"dtype\" \"U8\"}}", "", "the header is not JSON: ");
        refused("[1, 2]", "", "the header is not as expected at its byte 1: an object");
        refused(
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[-1],\"data_offsets\":[0,1]}}",
                "01",
                "the header is not as expected at its byte 30: at most 32 whole numbers not below 0");
        refused("{} {}", "", "the header is not as expected at its byte 4");
    }

    @Test
    void headersThatAreLongerThanTheFileOrThanAllowedAreRefused() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        refused(bytes.putLong(0, 13).array(), "a header of 13 bytes in a file of 20");
        refused(
                bytes.putLong(0, 100_000_001).array(),
                "not a .safetensors file: a header of 100000001 bytes; 2 to 100,000,000 are read");
        refused(
                bytes.putLong(0, -1).array(),
                "not a .safetensors file: a header of 18446744073709551615 bytes");
        refused(new byte[5], "not a .safetensors file: it has 5 bytes");
    }

    private void refused(String header, String values, String message) throws IOException {
        Path file = write(header, values);
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageStartingWith(message);
    }

    private void refused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("t.safetensors"), bytes);
        assertThatExceptionOfType(ArrayFormatException.class)
                .isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageStartingWith(message);
    }

    private void fault(String header, String values, String reason) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(write(header, values))) {
            assertThat(tensors.faults())
                    .extracting(NpzArchive.Fault::reason)
                    .containsExactly(reason);
        }
    }

    private double[] numbers(String type, String shape, String values) throws IOException {
        String header =
                "{\"x\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[0,%d]}}"
                        .formatted(type, shape, values.length() / 2);
        try (SafetensorsFile tensors = SafetensorsFile.open(write(header, values))) {
            return tensors.read("x", 100).numbers();
        }
    }

    private Path write(String header, String hex) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + json.length + hex.length() / 2)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (int i = 0; i < hex.length(); i += 2) {
            bytes.put((byte) Integer.parseInt(hex.substring(i, i + 2), 16));
        }
        return Files.write(folder.resolve("t.safetensors"), bytes.array());
    }
}
