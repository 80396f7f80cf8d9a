package dev.ramify.core.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Relu;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimplifierTests {

    private static final Residual BLOCK =
            new Residual(
                    "block",
                    List.of(
                            new Convolution("conv", 4, 3, 1, 1, 1, false),
                            BatchNormalization.named("norm")),
                    List.of());

    @Test
    void aRectifiedSumJoinsTheNormalizationBeforeItInTraining() {
        Graph graph = graph(Purpose.TRAINING, Observation.NONE, BLOCK, new Relu("relu"));

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve", "Normalize");
        Operation.Normalize last = (Operation.Normalize) graph.operations().get(2);
        assertThat(last.relu()).isTrue();
        assertThat(last.added()).isEqualTo(graph.operations().get(0).outputs().get(1));
        assertThat(last.output()).isEqualTo(graph.output());
    }

    @Test
    void aSumThatIsNotRectifiedStaysInTraining() {
        Graph graph = graph(Purpose.TRAINING, Observation.NONE, BLOCK);

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve", "Normalize", "Add");
    }

    @Test
    void aSumJoinsTheConvolutionBeforeItInInference() {
        Graph graph = graph(Purpose.INFERENCE, Observation.NONE, BLOCK, new Relu("relu"));

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve");
        assertThat(((Operation.Convolve) graph.operations().get(1)).relu()).isTrue();
    }

    @Test
    void whatIsObservedBeforeASumStays() {
        Observation observation = Observation.of(Set.of("conv"), Observation.Point.ACTIVATION);

        Graph graph = graph(Purpose.INFERENCE, observation, BLOCK, new Relu("relu"));

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve", "Add", "Rectify");
    }

    private static Graph graph(Purpose purpose, Observation observation, Node... nodes) {
        return GraphBuilder.build(
                new Architecture("residual", new Shape(4, 5, 5), List.of(nodes)),
                observation,
                purpose);
    }

    private static List<String> kinds(Graph graph) {
        return graph.operations().stream().map(each -> each.getClass().getSimpleName()).toList();
    }
}
