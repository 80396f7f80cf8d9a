package dev.ramify.core.engine.kernels.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelRequest;
import java.util.List;
import java.util.Objects;
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
                                assertThat(scaling(block).step().implementation())
                                        .as("blocks of %d", block)
                                        .startsWith("jit_dw"));
    }

    private ChannelLine scaling(int block) {
        Shape shape = new Shape(32, 4, 4);
        Operation.Activate host =
                new Operation.Activate(
                        "host",
                        new Value(0, "before", shape),
                        new Value(1, "after", shape),
                        new ActivationFunction.Relu());
        BlockedLayout layout = new BlockedLayout(dnn, Formats.blocked(block, 2, 32, 4, 4));
        ActivateDesign design =
                new ActivateDesign(
                        dnn,
                        new KernelRequest(
                                host,
                                List.of(layout),
                                List.of(true),
                                List.of(),
                                2,
                                new int[] {2},
                                Purpose.Statistics.BATCH,
                                true,
                                null),
                        host);
        return Objects.requireNonNull(ChannelLine.scaling(design, layout.desc()));
    }
}
