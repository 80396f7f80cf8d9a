package dev.ramify.core.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation.Drop;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.machine.Crew;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropoutMaskTests {

    private static final Shape SHAPE = new Shape(6, 2, 3);
    private static final int SAMPLES = 4000;

    private static float[] draw(List<Integer> blocks, int firstSample, int samples) {
        Value before = new Value(0, "before", SHAPE);
        Drop drop = new Drop("drop", before, new Value(1, "after", SHAPE), 0.25, blocks);
        Taps none =
                new Taps(
                        new Graph(List.of(before), before, List.of(), List.of(), List.of()),
                        samples);
        float[] mask = new float[samples * SHAPE.size()];
        try (Crew crew = new Crew(1, thread -> {})) {
            Bindings.Pass pass = new Bindings.Pass(0, 1, firstSample, crew, none);
            pass.seed(7);
            DropoutMask.draw(drop, pass, mask);
        }
        return mask;
    }

    @Test
    void allValuesOfABranchAreDroppedTogether() {
        float[] mask = draw(List.of(4, 2), 0, SAMPLES);

        for (int sample = 0; sample < SAMPLES; sample++) {
            int first = sample * SHAPE.size();
            int second = first + 4 * SHAPE.area();
            assertThat(Arrays.copyOfRange(mask, first, second)).containsOnly(mask[first]);
            assertThat(Arrays.copyOfRange(mask, second, first + SHAPE.size()))
                    .containsOnly(mask[second]);
        }
    }

    @Test
    void branchesAreDroppedIndependentlyAtTheRate() {
        float[] mask = draw(List.of(4, 2), 0, SAMPLES);

        int dropped = 0;
        int both = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            boolean first = mask[sample * SHAPE.size()] == 0;
            boolean second = mask[(sample + 1) * SHAPE.size() - 1] == 0;
            dropped += (first ? 1 : 0) + (second ? 1 : 0);
            both += first && second ? 1 : 0;
        }
        // Four standard errors on either side of 1/4 and 1/16.
        assertThat(dropped / (2.0 * SAMPLES)).isBetween(0.23, 0.27);
        assertThat(both / (double) SAMPLES).isBetween(0.047, 0.078);
        assertThat(mask).contains(0f, 4f / 3).containsOnly(0f, 4f / 3);
    }

    @Test
    void aMaskDependsOnThePlaceInTheBatchNotOnTheLane() {
        for (List<Integer> blocks : List.of(List.<Integer>of(), List.of(4, 2))) {
            float[] whole = draw(blocks, 0, 10);
            float[] part = draw(blocks, 6, 4);

            assertThat(part)
                    .isEqualTo(Arrays.copyOfRange(whole, 6 * SHAPE.size(), 10 * SHAPE.size()));
        }
    }
}
