package dev.ramify.api.branching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerRangeTests {

    private static final Architecture TRUNK =
            new Architecture(
                    "trunk",
                    new Shape(3, 8, 8),
                    List.of(
                            Convolution.same("conv1", 8, 3),
                            Activation.relu("relu1"),
                            Pooling.max("pool1", 2),
                            Convolution.same("conv2", 16, 3),
                            Branches.of(
                                    "mixed",
                                    List.of(
                                            new Branch(
                                                    "1x1",
                                                    List.of(Convolution.same("inner", 4, 1)))),
                                    Merge.CONCAT),
                            new Flatten("flatten"),
                            new Dense("logits", 10, true)));

    @Test
    void rangeHoldsBothEnds() {
        LayerRange range = LayerRange.of(TRUNK, "relu1", "conv2");

        assertThat(range.nodes().stream().map(Node::name))
                .containsExactly("relu1", "pool1", "conv2");
        assertThat(range.input()).isEqualTo(new Shape(8, 8, 8));
    }

    @Test
    void weightedLayersInsideBlocksAreListed() {
        assertThat(LayerRange.of(TRUNK, "conv1", "mixed").weightedLayers())
                .extracting(layer -> layer.name() + ":" + layer.units())
                .containsExactly("conv1:8", "conv2:16", "inner:4");
    }

    @Test
    void strategyOfAFewLinesDividesARange() {
        LayerRange range = LayerRange.of(TRUNK, "conv1", "pool1");
        Shares halves = Shares.equal("branches", 2);
        List<Branch> columns = new ArrayList<>();
        for (int b = 0; b < halves.branches(); b++) {
            columns.add(new Branch("b" + (b + 1), range.narrowed(halves, b)));
        }

        Architecture branched =
                range.replacedBy(List.of(Branches.of("columns", columns, Merge.CONCAT)));

        assertThat(branched.nodes().stream().map(Node::name))
                .containsExactly("columns", "conv2", "mixed", "flatten", "logits");
        assertThat(branched.view("conv1").parts())
                .extracting(part -> part.branch() + ":" + part.output())
                .containsExactly("b1:4x8x8", "b2:4x8x8");
        assertThat(branched.output()).isEqualTo(TRUNK.output());
    }

    @Test
    void unknownNameIsToldTheNearestAndAll() {
        InvalidOptionException thrown = refusal("conv1", "pol1");

        assertThat(thrown.option()).isEqualTo("to");
        assertThat(thrown)
                .hasMessage(
                        "the trunk has no node named 'pol1'; the nearest name is 'pool1'; there are: conv1, relu1, pool1, conv2, mixed, flatten, logits");
        assertThat(refusal("Conv-1", "pool1").option()).isEqualTo("from");
    }

    @Test
    void nameInsideABlockIsToldTheBlock() {
        assertThat(refusal("inner", "mixed"))
                .hasMessage(
                        "'inner' lies inside 'mixed'; a range is made of whole nodes of the trunk: conv1, relu1, pool1, conv2, mixed, flatten, logits");
    }

    @Test
    void reversedRangeIsRefused() {
        assertThat(refusal("conv2", "conv1"))
                .hasMessage("'conv1' comes before 'conv2', where the range starts");
    }

    @Test
    void rangeWithoutUnitsIsRefused() {
        assertThat(refusal("relu1", "pool1"))
                .hasMessage(
                        "there is no convolution or dense layer from 'relu1' to 'pool1', so there are no units to divide");
    }

    @Test
    void rangeMustNotHoldTheOutputs() {
        InvalidOptionException thrown = refusal("conv2", "logits");

        assertThat(thrown.option()).isEqualTo("to");
        assertThat(thrown)
                .hasMessage(
                        "the range from 'conv2' to 'logits' holds 'logits', which gives the network's outputs and cannot be divided; end the range at 'flatten' or before");
        assertThat(refusal("logits", "logits"))
                .hasMessageEndingWith("let the range start and end before it");
    }

    @Test
    void freeNameIsTheWishOrTheWishWithANumber() {
        Architecture trunk =
                TRUNK.withNodes(
                        List.of(
                                Convolution.same("conv1", 8, 3),
                                Activation.relu("columns"),
                                new Sequence("s", List.of(Activation.relu("columns-2"))),
                                Convolution.same("last", 8, 3)));
        LayerRange range = LayerRange.of(trunk, "conv1", "conv1");

        assertThat(range.freeName("columns")).isEqualTo("columns-3");
        assertThat(range.freeName("other")).isEqualTo("other");
    }

    private static InvalidOptionException refusal(String from, String to) {
        return catchThrowableOfType(
                InvalidOptionException.class, () -> LayerRange.of(TRUNK, from, to));
    }
}
