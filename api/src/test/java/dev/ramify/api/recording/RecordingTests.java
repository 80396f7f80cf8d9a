package dev.ramify.api.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.data.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTests {

    private static final Factor HUE = new Factor("hue", List.of("red", "blue"));
    private static final double[] GREY = {1};

    @Test
    void labelsMustBeAsManyAsSamples() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> recording(new int[2], List.of(), new int[0][]))
                .withMessage(
                        "layer 'conv1' has activations of 3 samples, but there are 2 values of 'labels'");
    }

    @Test
    void levelsMustBeAsManyAsSamples() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> recording(new int[3], List.of(HUE), new int[1][4]))
                .withMessageContaining("but there are 4 values of 'hue'");
    }

    @Test
    void everyFactorNeedsLevels() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> recording(new int[3], List.of(HUE), new int[0][]))
                .withMessage("1 factors need as many rows of levels, found 0");
    }

    @Test
    void labelsMayBeUnknown() {
        Recording recording = recording(new int[0], List.of(), new int[0][]);
        assertThat(recording.layer("conv1")).isPresent();
        assertThat(recording.layer("conv2")).isEmpty();
    }

    @Test
    void anotherVersionOfALayerTakesItsPlace() {
        Recording recording = recording(new int[3], List.of(), new int[0][]);
        Assignment other = Assignment.of(List.of("b1", "b2"), new int[] {1, 0});
        LayerRecording changed = recording.layers().get(0).withAssignment(other);
        assertThat(recording.withLayer(changed).layers()).containsExactly(changed);
    }

    private static Recording recording(int[] labels, List<Factor> factors, int[][] levels) {
        Assignment assignment = Assignment.of(List.of("b1", "b2"), new int[] {0, 1});
        LayerRecording layer = new LayerRecording("conv1", assignment, new Zeros(3, 2), null);
        return new Recording(List.of(layer), List.of("cat", "dog"), labels, factors, levels, GREY);
    }

    private record Zeros(int samples, int units) implements Activations {

        @Override
        public void read(int from, float[] into) {
            // A new array holds zeros already.
        }
    }
}
