package dev.ramify.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.data.Factor;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RecordingFileTests {

    @Test
    void gatesAreReadAsTheyWereWritten(@TempDir Path folder) {
        INDArray gates = Nd4j.createFromArray(new float[][] {{.25f, .75f}, {1, 0}, {.5f, .5f}});
        LayerRecording plain = layer("conv1");
        Recording written =
                new Recording(
                        List.of(plain.withGates(gates), layer("conv2")),
                        List.of("cat", "dog"),
                        new int[] {0, 1, 1},
                        List.of(),
                        new int[0][],
                        new double[] {1, 1, 1});
        Path file = folder.resolve("recording.npz");
        RecordingFile.write(file, written);
        Recording read = RecordingFile.read(file);
        assertThat(read.layer("conv1").orElseThrow().gates()).contains(gates);
        assertThat(read.layer("conv2").orElseThrow().gates()).isEmpty();
    }

    @Test
    void factorsLabelsAndBranchesAreReadAsTheyWereWritten(@TempDir Path folder) {
        Recording written =
                new Recording(
                        List.of(layer("conv1")),
                        List.of("cat", "dog"),
                        new int[] {0, 1, 1},
                        List.of(
                                new Factor("colour", List.of("red", "grün")),
                                new Factor("size", List.of("s", "m", "l"))),
                        new int[][] {{0, 1, 0}, {2, 0, 1}},
                        new double[] {.25, .5, 1});
        Path file = folder.resolve("recording.npz");
        RecordingFile.write(file, written);

        Recording read = RecordingFile.read(file);

        assertThat(read.classes()).containsExactly("cat", "dog");
        assertThat(read.labels()).containsExactly(0, 1, 1);
        assertThat(read.factors()).isEqualTo(written.factors());
        assertThat(read.levels()).isDeepEqualTo(written.levels());
        assertThat(read.inputDeviation()).containsExactly(.25, .5, 1);
        Assignment assignment = read.layer("conv1").orElseThrow().assignment();
        assertThat(assignment.branches()).containsExactly("b1", "b2");
        assertThat(assignment.branchOf(1)).isZero();
        assertThat(assignment.branchOf(2)).isEqualTo(1);
    }

    @Test
    void aRecordingWithoutAnArrayIsDamaged(@TempDir Path folder) {
        Path file = folder.resolve("recording.npz");
        AtomicFile.write(
                file, out -> Npz.write(out, Map.of("labels", NpyArray.of(new int[] {1}, 1))));

        assertThatThrownBy(() -> RecordingFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageStartingWith(file + " is damaged: no layer is in it; found [labels]");
    }

    @Test
    void coloursOfTheImagesAreReadAsTheyWereWritten(@TempDir Path folder) {
        double[][] covariance = {{.04, .03, .02}, {.03, .05, .01}, {.02, .01, .06}};
        Path file = folder.resolve("recording.npz");
        RecordingFile.write(file, recording(covariance));
        assertThat(RecordingFile.read(file).covariance().orElseThrow()).isDeepEqualTo(covariance);
        RecordingFile.write(file, recording(new double[0][]));
        assertThat(RecordingFile.read(file).covariance()).isEmpty();
    }

    private static Recording recording(double[][] covariance) {
        return new Recording(
                List.of(layer("conv1")),
                List.of("cat", "dog"),
                new int[] {0, 1, 1},
                List.of(),
                new int[0][],
                new double[] {1, 1, 1},
                covariance);
    }

    @Test
    void samplesUnitsAndFamiliesAreReadAsTheyWereWritten(@TempDir Path folder) {
        LayerRecording layer = layer("block/conv1").withFamilies(List.of("x", "", "y", "x"));
        LayerRecording weightsAlone =
                new LayerRecording(
                        "fc",
                        Assignment.of(List.of(""), new int[2]),
                        Activations.none(2),
                        Nd4j.ones(2, 4));
        Recording written =
                new Recording(
                        List.of(layer, weightsAlone),
                        List.of("cat", "dog", "unseen"),
                        new int[] {1, 0, 1},
                        List.of(new Factor("hue", List.of("red", "blue", "none"))),
                        new int[][] {{0, 1, 1}},
                        new double[] {.5});
        Path file = folder.resolve("recording.npz");
        RecordingFile.write(file, written);
        Recording read = RecordingFile.read(file);
        assertThat(read.classes()).isEqualTo(written.classes());
        assertThat(read.labels()).isEqualTo(written.labels());
        assertThat(read.factors()).isEqualTo(written.factors());
        assertThat(read.levels()).isDeepEqualTo(written.levels());
        assertThat(read.inputDeviation()).isEqualTo(written.inputDeviation());
        LayerRecording same = read.layer("block/conv1").orElseThrow();
        assertThat(same.assignment()).isEqualTo(layer.assignment());
        assertThat(same.families()).isEqualTo(layer.families());
        assertThat(same.activations().columns(0, 3))
                .isDeepEqualTo(layer.activations().columns(0, 3));
        assertThat(read.layer("fc").orElseThrow().weights()).contains(Nd4j.ones(2, 4));
    }

    private static LayerRecording layer(String name) {
        return new LayerRecording(
                name,
                Assignment.of(List.of("b1", "b2"), new int[] {0, 0, 1, 1}),
                Activations.of(Nd4j.rand(3, 4)),
                null);
    }
}
