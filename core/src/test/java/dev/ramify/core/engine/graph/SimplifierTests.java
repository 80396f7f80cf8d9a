package dev.ramify.core.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Router;
import dev.ramify.api.architecture.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimplifierTests {

    private static final Convolution CONVOLUTION = Convolution.same("conv", 4, 3);

    private static final Residual BLOCK =
            new Residual(
                    "block",
                    List.of(
                            Convolution.same("conv", 4, 3).withBias(false),
                            BatchNormalization.named("norm")),
                    List.of());

    @Test
    void aRectifiedSumJoinsTheNormalizationBeforeItInTraining() {
        Graph graph = graph(Purpose.TRAINING, Observation.NONE, BLOCK, Activation.relu("relu"));

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
        Graph graph = graph(Purpose.INFERENCE, Observation.NONE, BLOCK, Activation.relu("relu"));

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve");
        assertThat(((Operation.Convolve) graph.operations().get(1)).activation())
                .isEqualTo(new ActivationFunction.Relu());
    }

    @Test
    void whatIsObservedBeforeASumStays() {
        Observation observation = Observation.of(Set.of("conv"), Observation.Point.ACTIVATION);

        Graph graph = graph(Purpose.INFERENCE, observation, BLOCK, Activation.relu("relu"));

        assertThat(kinds(graph)).containsExactly("Fork", "Convolve", "Add", "Activate");
    }

    @Test
    void everyFunctionJoinsAConvolutionInInference() {
        Graph graph = graph(Purpose.INFERENCE, Observation.NONE, CONVOLUTION, silu());

        assertThat(kinds(graph)).containsExactly("Convolve");
    }

    @Test
    void aFunctionWhoseDerivativeNeedsItsInputStaysInTraining() {
        Graph graph = graph(Purpose.TRAINING, Observation.NONE, CONVOLUTION, silu());
        Graph sigmoid =
                graph(
                        Purpose.TRAINING,
                        Observation.NONE,
                        CONVOLUTION,
                        new Activation("sigmoid", new ActivationFunction.Sigmoid()));

        assertThat(kinds(graph)).containsExactly("Convolve", "Activate");
        assertThat(kinds(sigmoid)).containsExactly("Convolve");
    }

    @Test
    void maximaAreTakenBeforeMonotoneFunctionsAlone() {
        Pooling pool = Pooling.max("pool", 2);
        Activation tanh = new Activation("tanh", new ActivationFunction.Tanh());

        assertThat(kinds(graph(Purpose.TRAINING, Observation.NONE, tanh, pool)))
                .containsExactly("Pool", "Activate");
        assertThat(kinds(graph(Purpose.TRAINING, Observation.NONE, silu(), pool)))
                .containsExactly("Activate", "Pool");
    }

    @Test
    void gatedBranchesAreRefusedByName() {
        Branch branch = new Branch("a", List.of());
        Branches gated =
                Branches.of(
                        "experts",
                        List.of(branch, new Branch("b", List.of())),
                        new Merge.Gated(new Router("top-k", 1), Merge.SUM));

        assertThatThrownBy(() -> graph(Purpose.TRAINING, Observation.NONE, gated))
                .hasMessage(
                        "experts: its branches are gated by the router 'top-k', and gated branches cannot be computed yet; merge them by concat, sum or product");
    }

    private static Activation silu() {
        return new Activation("silu", new ActivationFunction.Silu());
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
