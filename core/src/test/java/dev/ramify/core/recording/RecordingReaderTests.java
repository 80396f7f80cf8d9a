package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.data.Factor;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordingReaderTests {

    private static final float[] SIX = {0, 1, 2, 3, 4, 5};

    @TempDir private Path folder;

    @Test
    void storedActivationsAreReadWhereTheyStand() throws IOException {
        Path file = folder.resolve("arrays.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, Map.of("activations/fc", NpyArray.of(SIX, 3, 2)));
        }
        assertThat(values(RecordingReader.read(file))).containsExactly(SIX);
    }

    @Test
    void compressedActivationsAreUnpacked() throws IOException {
        Path file = write(new RawNpz().floats("activations/fc", "3, 2", SIX));
        assertThat(values(RecordingReader.read(file))).containsExactly(SIX);
    }

    @ParameterizedTest
    @CsvSource({
        "|i1, 1", "|u1, 1", "<i2, 2", ">i2, 2", "<u2, 2", ">u2, 2", "<i4, 4", ">i4, 4", "<u4, 4",
        ">u4, 4", "<i8, 8", ">i8, 8", "<u8, 8", ">u8, 8"
    })
    void wholeNumbersOfEverySizeAndOrderAreActivations(String type, int bytes) throws IOException {
        ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] values = new byte[6 * bytes];
        for (int i = 0; i < 6; i++) {
            values[i * bytes + (order == ByteOrder.BIG_ENDIAN ? bytes - 1 : 0)] = (byte) i;
        }
        Path file = write(new RawNpz().array("activations/fc", type, false, "3, 2", values));
        assertThat(values(RecordingReader.read(file))).containsExactly(SIX);
    }

    @ParameterizedTest
    @CsvSource({"<f4", ">f4", "<f8", ">f8"})
    void floatsOfBothOrdersAreActivations(String type) throws IOException {
        int bytes = type.charAt(2) - '0';
        ByteBuffer values =
                ByteBuffer.allocate(6 * bytes)
                        .order(
                                type.startsWith(">")
                                        ? ByteOrder.BIG_ENDIAN
                                        : ByteOrder.LITTLE_ENDIAN);
        for (float each : SIX) {
            if (bytes == 4) {
                values.putFloat(each);
            } else {
                values.putDouble(each);
            }
        }
        Path file =
                write(new RawNpz().array("activations/fc", type, false, "3, 2", values.array()));
        assertThat(values(RecordingReader.read(file))).containsExactly(SIX);
    }

    @Test
    void halvesAreActivations() throws IOException {
        // numpy.float16: 1, -2, 65504, 2**-24 (subnormal), inf, 0.333251953125
        short[] bits = {0x3C00, (short) 0xC000, 0x7BFF, 0x0001, 0x7C00, 0x3555};
        ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        values.asShortBuffer().put(bits);
        Path file =
                write(new RawNpz().array("activations/fc", "<f2", false, "3, 2", values.array()));
        assertThat(values(RecordingReader.read(file)))
                .containsExactly(
                        1f, -2f, 65504f, 0x1p-24f, Float.POSITIVE_INFINITY, 0.333251953125f);
    }

    @Test
    void columnsFirstIsTurnedIntoSamplesFirst() throws IOException {
        ByteBuffer values = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : new float[] {0, 2, 4, 1, 3, 5}) {
            values.putFloat(each);
        }
        Path file =
                write(new RawNpz().array("activations/fc", "<f4", true, "3, 2", values.array()));
        assertThat(values(RecordingReader.read(file))).containsExactly(SIX);
    }

    @Test
    void mapsAreReducedToTheirMeans() throws IOException {
        Path file =
                write(
                        new RawNpz()
                                .floats("activations/fc", "1, 2, 2, 2", 1, 2, 3, 6, -1, -1, -1, 1));
        assertThat(values(RecordingReader.read(file))).containsExactly(3f, -.5f);
    }

    @Test
    void mapsWithColumnsFirstAreReducedToTheSameMeans() throws IOException {
        // numpy.asfortranarray of the array above: index n + N (c + C (h + H w))
        ByteBuffer values = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : new float[] {1, -1, 3, -1, 2, -1, 6, 1}) {
            values.putFloat(each);
        }
        Path file =
                write(
                        new RawNpz()
                                .array(
                                        "activations/fc",
                                        "<f4",
                                        true,
                                        "1, 2, 2, 2",
                                        values.array()));
        assertThat(values(RecordingReader.read(file))).containsExactly(3f, -.5f);
    }

    @Test
    void branchesLabelsAndFactorsAreKinds() throws IOException {
        Path file =
                write(
                        new RawNpz()
                                .floats("activations/fc", "3, 2", SIX)
                                .ints("branches/fc", "2,", 7, 3)
                                .ints("labels", "3,", 5, 4, 5)
                                .ints("factors", "3, 1", 2, 2, 9));
        Recording recording = RecordingReader.read(file);
        LayerRecording layer = recording.layer("fc").orElseThrow();
        assertThat(layer.assignment().branches()).containsExactly("b3", "b7");
        assertThat(layer.assignment().branchOf(0)).isEqualTo(1);
        assertThat(recording.classes()).containsExactly("4", "5");
        assertThat(recording.labels()).containsExactly(1, 0, 1);
        assertThat(recording.factors()).containsExactly(new Factor("factor 1", List.of("2", "9")));
        assertThat(recording.levels()[0]).containsExactly(0, 0, 1);
    }

    @Test
    void weightsAloneMakeALayer() throws IOException {
        Path file =
                write(
                        new RawNpz()
                                .floats("weights/conv1", "2, 3, 1, 1", 1, 2, 3, 4, 5, 6)
                                .ints("branches/conv1", "2,", 0, 1));
        Recording recording = RecordingReader.read(file);
        LayerRecording layer = recording.layer("conv1").orElseThrow();
        assertThat(layer.activations().samples()).isZero();
        assertThat(layer.weights().orElseThrow().shape()).containsExactly(2, 3, 1, 1);
        assertThat(recording.inputDeviation()).containsExactly(1, 1, 1);
    }

    @Test
    void gatesAloneMakeALayerOfOneUnitPerBranch() throws IOException {
        Path file =
                write(
                        new RawNpz()
                                .floats("gates/moe", "2, 3", 1, 0, 0, 0, 1, 0)
                                .ints("labels", "2,", 0, 1));
        LayerRecording layer = RecordingReader.read(file).layer("moe").orElseThrow();
        assertThat(layer.assignment().branches()).containsExactly("b0", "b1", "b2");
        assertThat(layer.gates().orElseThrow().shape()).containsExactly(2, 3);
    }

    @Test
    void aTableOfUnitsIsARecordingWithFamilies() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("units.csv"),
                        "layer,unit,branch,family\nfc,1,right,\nfc,0,left,\"curves, small\"\n");
        LayerRecording layer =
                RecordingReader.read(Optional.empty(), Optional.of(table))
                        .recording()
                        .layer("fc")
                        .orElseThrow();
        assertThat(layer.assignment().branches()).containsExactly("left", "right");
        assertThat(layer.families()).contains(List.of("curves, small", ""));
    }

    @Test
    void whatIsNotReadIsToldWithTheNearestName() throws IOException {
        Path file =
                write(
                        new RawNpz()
                                .floats("activations/fc", "3, 2", SIX)
                                .ints("labls", "3,", 0, 1, 0)
                                .ints("branch/fc", "2,", 0, 1));
        assertThat(RecordingReader.read(Optional.of(file), Optional.empty()).notes())
                .containsExactly(
                        "the array `labls` is not read; did you mean `labels`?",
                        "the array `branch/fc` is not read; did you mean `branches/`?");
    }

    private Path write(RawNpz arrays) throws IOException {
        return arrays.write(folder.resolve("arrays.npz"));
    }

    private static float[] values(Recording recording) {
        Activations activations = recording.layers().get(0).activations();
        float[] values = new float[activations.samples() * activations.units()];
        activations.read(0, values);
        return values;
    }
}
