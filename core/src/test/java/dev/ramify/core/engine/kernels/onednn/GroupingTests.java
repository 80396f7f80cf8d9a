package dev.ramify.core.engine.kernels.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.GraphBuilder;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.graph.Purpose;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTests {

    @ParameterizedTest(name = "{0} groups of 64 channels, blocks of {1}: {2} computed")
    @CsvSource({"4, 8, 4", "8, 8, 8", "16, 8, 8", "4, 16, 4", "8, 16, 4", "16, 16, 4", "32, 16, 4"})
    void computesGroupsThatFillVectors(int groups, int block, int computed) {
        assertThat(Grouping.best(convolution(groups), block).groups()).isEqualTo(computed);
    }

    private static Convolve convolution(int groups) {
        Architecture architecture =
                new Architecture(
                        "grouped",
                        new Shape(64, 8, 8),
                        List.of(Convolution.same("conv", 64, 3).withGroups(groups)));
        return (Convolve)
                GraphBuilder.build(architecture, Observation.NONE, Purpose.TRAINING)
                        .operations()
                        .get(0);
    }
}
