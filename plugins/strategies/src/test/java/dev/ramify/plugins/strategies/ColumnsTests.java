package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Cost;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTests {

    private final Columns columns = new Columns();

    @Test
    void alexNetOfTwoColumnsHasThePublishedParametersAndMacs() {
        Architecture firstHalf =
                columns.branch(Trunks.alexNet(), new ColumnsOptions(2, "conv1", "pool2", 1));
        Architecture alexNet =
                columns.branch(firstHalf, new ColumnsOptions(2, "conv3", "pool5", 1));

        assertThat(Trunks.alexNet().cost().parameters()).isEqualTo(62_378_344);
        assertThat(alexNet.cost()).isEqualTo(new Cost(60_965_224, 724_406_816));
        // The halves meet before conv3, each half of which sees both.
        assertThat(alexNet.view("conv3").parts())
                .extracting(part -> part.input().channels())
                .containsExactly(256, 256);
    }

    @Test
    void treeIsTheOneWrittenByHand() {
        Architecture branched =
                columns.branch(Trunks.small(), new ColumnsOptions(2, "conv1", "conv2", 1));

        Branches expected = (Branches) branched.nodes().get(0);
        assertThat(expected.branches())
                .extracting(Branch::nodes)
                .containsOnly(
                        List.of(
                                Convolution.same("conv1", 8, 7),
                                Activation.relu("relu1"),
                                Pooling.max("pool1", 2),
                                Convolution.same("conv2", 16, 3)));
        assertThat(branched.nodes())
                .extracting(Node::name)
                .containsExactly("columns", "relu2", "average", "logits");
    }

    @Test
    void costIsTheOneCountedByHand() {
        Architecture branched =
                columns.branch(Trunks.small(), new ColumnsOptions(2, "conv1", "conv2", 1));

        // conv1 sees the whole image: 16 x 3 x 49 + 16. conv2 sees half: 32 x 8 x 9 + 32.
        long conv1 = 2352 + 16;
        long conv2 = 2304 + 32;
        long logits = 320 + 10;
        assertThat(branched.cost())
                .isEqualTo(new Cost(conv1 + conv2 + logits, 2352 * 256 + 2304 * 64 + 320));
    }

    @Test
    void firstLayersUnitsAreAssignedInBlocks() {
        Architecture branched =
                columns.branch(Trunks.small(), new ColumnsOptions(2, "conv1", "conv2", 1));

        Assignment assignment = Assignment.of(branched.view("conv1"));
        assertThat(assignment.branches()).containsExactly("b1", "b2");
        assertThat(assignment.sizes()).containsExactly(8, 8);
        assertThat(branched.view("conv2").parts())
                .extracting(PlacedLayer::path)
                .containsExactly("columns/b1/conv2", "columns/b2/conv2");
    }

    @Test
    void wideningMultipliesTheWidthsOfTheRange() {
        Architecture branched =
                columns.branch(Trunks.small(), new ColumnsOptions(2, "conv1", "pool1", 1.5));

        assertThat(branched.view("conv1").units()).isEqualTo(24);
        assertThat(branched.view("conv2").units()).isEqualTo(32);
    }

    @Test
    void sevenBranchesOfSixtyFourChannelsAreExplained() {
        InvalidOptionException thrown =
                catchThrowableOfType(
                        InvalidOptionException.class,
                        () ->
                                columns.branch(
                                        Trunks.small(),
                                        new ColumnsOptions(7, "conv1", "conv2", 1)));

        assertThat(thrown.option()).isEqualTo("branches");
        assertThat(thrown)
                .hasMessage(
                        "7 branches cannot share the units of 'conv1' (16 units), 'conv2' (32 units) equally; the nearest that fit all layers: 4 or 8");
    }

    @Test
    void logitsAreRefused() {
        assertThat(
                        catchThrowableOfType(
                                        InvalidOptionException.class,
                                        () ->
                                                columns.branch(
                                                        Trunks.small(),
                                                        new ColumnsOptions(
                                                                2, "conv2", "logits", 1)))
                                .option())
                .isEqualTo("to");
    }

    @Test
    void containerTakesAFreeName() {
        Architecture once =
                columns.branch(Trunks.small(), new ColumnsOptions(2, "conv1", "conv1", 1));
        Architecture twice = columns.branch(once, new ColumnsOptions(2, "conv2", "conv2", 1));

        assertThat(twice.nodes()).extracting(Node::name).contains("columns", "columns-2");
    }
}
