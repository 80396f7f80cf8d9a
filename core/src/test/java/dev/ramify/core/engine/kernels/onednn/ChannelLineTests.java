package dev.ramify.core.engine.kernels.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelLineTests {

    private final Dnn dnn = Dnn.load();

    /** Elementwise operations on blocks that are not the processor's own are slow loops. */
    @Test
    void channelsAreScaledFastInEveryBlockThatLayersUse() {
        IntStream.of(8, dnn.block())
                .forEach(
                        block ->
                                assertThat(mask(block).describe())
                                        .as("blocks of %d", block)
                                        .startsWith("oneDNN product jit_dw"));
    }

    private MaskDesign mask(int block) {
        Shape shape = new Shape(32, 4, 4);
        Operation mask =
                new Operation.Mask(
                        "mask",
                        new Value(0, "before", shape),
                        new Value(1, "after", shape),
                        new Parameter(
                                0, Parameter.Role.MASK, Parameter.Dimensions.of(32), List.of()));
        return new MaskDesign(
                dnn,
                new KernelRequest(
                        mask,
                        List.of(new BlockedLayout(dnn, Formats.blocked(block, 2, 32, 4, 4))),
                        List.of(true),
                        List.of(false),
                        2,
                        new int[] {2},
                        Purpose.Statistics.BATCH,
                        true,
                        null));
    }
}
