package dev.ramify.plugins.visualizers.fakes;

import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.factory.Nd4j;

/** Units of two branches that answer to a class of their own, or to nothing. */
public final class FakeResponses {

    public static final int UNITS = 20;
    public static final int SAMPLES = 90;
    private static final int CLASSES = 3;

    private FakeResponses() {}

    /**
     * A layer of 20 units, the last of them dead.
     *
     * @param signal how strongly the units of a branch answer to its class, in deviations of noise
     */
    public static SeenLayer layer(double signal) {
        SplittableRandom random = new SplittableRandom(5);
        int[] branchOf = new int[UNITS];
        int[] labels = new int[SAMPLES];
        float[][] rows = new float[SAMPLES][UNITS];
        for (int n = 0; n < SAMPLES; n++) {
            labels[n] = n % CLASSES;
            for (int unit = 0; unit < UNITS - 1; unit++) {
                branchOf[unit] = unit < UNITS / 2 ? 0 : 1;
                boolean own = labels[n] == branchOf[unit];
                rows[n][unit] = (float) ((own ? signal : 0) + random.nextGaussian());
            }
        }
        branchOf[UNITS - 1] = 1;
        LayerRecording layer =
                new LayerRecording(
                        "conv1",
                        Assignment.of(List.of("b1", "b2"), branchOf),
                        Activations.of(Nd4j.createFromArray(rows)),
                        null);
        Recording recording =
                new Recording(
                        List.of(layer),
                        List.of("one", "two", "three"),
                        labels,
                        List.of(),
                        new int[0][],
                        new double[] {1, 1, 1});
        return new SeenLayer("Trained, seed 1", "net/1", recording, layer);
    }
}
