package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.InvalidOptionException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShuffledColumnsTests {

    private final ShuffledColumns shuffled = new ShuffledColumns();

    @Test
    void treeIsTheOneWrittenByHand() {
        Architecture branched =
                shuffled.branch(Trunks.small(), new ColumnsOptions(4, "conv1", "relu2", 1));

        assertThat(branched.nodes())
                .extracting(Node::name)
                .containsExactly("columns-1", "shuffle-1", "columns-2", "average", "logits");
        Branches first = (Branches) branched.nodes().get(0);
        Branches second = (Branches) branched.nodes().get(2);
        assertThat(first.input()).isEqualTo(BranchInput.SHARED);
        assertThat(second.input()).isEqualTo(BranchInput.SPLIT);
        assertThat(first.branches())
                .extracting(Branch::nodes)
                .containsOnly(
                        List.of(
                                Convolution.same("conv1", 4, 7),
                                Activation.relu("relu1"),
                                Pooling.max("pool1", 2)));
        assertThat(second.branches())
                .extracting(Branch::nodes)
                .containsOnly(List.of(Convolution.same("conv2", 8, 3), Activation.relu("relu2")));
        assertThat(second.branches())
                .extracting(Branch::name)
                .containsExactly("b1", "b2", "b3", "b4");
    }

    @Test
    void everyBranchSeesUnitsOfEveryBranchBefore() {
        Architecture branched =
                shuffled.branch(Trunks.small(), new ColumnsOptions(4, "conv1", "relu2", 1));
        ChannelShuffle shuffle = (ChannelShuffle) branched.nodes().get(1);

        for (int branch = 0; branch < 4; branch++) {
            Set<Integer> seen = new TreeSet<>();
            for (int channel = 4 * branch; channel < 4 * branch + 4; channel++) {
                seen.add(shuffle.source(channel, 16) / 4);
            }
            assertThat(seen).as("branch %d", branch).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void flattenGoesWithTheStageAfterItSoThatWholeMapsAreShuffled() {
        Architecture trunk =
                new Architecture(
                        "dense",
                        new Shape(3, 4, 4),
                        List.of(
                                Convolution.same("conv", 8, 3),
                                new Flatten("flatten"),
                                new Dense("dense", 8, true),
                                new Dense("logits", 2, true)));

        Architecture branched = shuffled.branch(trunk, new ColumnsOptions(2, "conv", "dense", 1));

        Branches second = (Branches) branched.nodes().get(2);
        assertThat(second.branches().get(0).nodes())
                .extracting(Node::name)
                .containsExactly("flatten", "dense");
        assertThat(second.branchInput(new Shape(8, 4, 4))).isEqualTo(new Shape(4, 4, 4));
    }

    @Test
    void sequencesAreStagesOfTheirOwnLayers() {
        Architecture trunk =
                new Architecture(
                        "sequence",
                        new Shape(3, 4, 4),
                        List.of(
                                new Sequence(
                                        "s",
                                        List.of(
                                                Convolution.same("a", 8, 3),
                                                Convolution.same("b", 8, 3))),
                                Convolution.same("last", 2, 1)));

        assertThat(shuffled.branch(trunk, new ColumnsOptions(2, "s", "s", 1)).nodes())
                .extracting(Node::name)
                .containsExactly("columns-1", "shuffle-1", "columns-2", "last");
    }

    @Test
    void singleStageIsRefusedSinceItWouldBeNoControl() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                shuffled.branch(
                                        Trunks.small(), new ColumnsOptions(2, "conv1", "pool1", 1)))
                .withMessage(
                        "the range from 'conv1' to 'pool1' is a single stage, so there is nothing to shuffle and no control; end it after one more layer")
                .extracting(InvalidOptionException::option)
                .isEqualTo("to");
    }
}
