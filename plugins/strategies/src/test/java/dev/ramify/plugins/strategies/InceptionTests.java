package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InceptionTests {

    private final Inception inception = new Inception();

    static boolean isSpatial(Layer layer) {
        return layer instanceof Convolution convolution && convolution.window().positions() > 1;
    }

    @Test
    void eachBranchHasItsKernelAndTheMapKeepsItsSize() {
        Architecture branched =
                inception.branch(Trunks.small(), options(List.of(1, 3, 5), true, List.of()));

        Branches branches = (Branches) branched.nodes().get(3);
        assertThat(branches.branches())
                .containsExactly(
                        new Branch(
                                "1x1",
                                List.of(Convolution.same("conv2", 8, 1), Activation.relu("relu2"))),
                        new Branch(
                                "3x3",
                                List.of(Convolution.same("conv2", 8, 3), Activation.relu("relu2"))),
                        new Branch(
                                "5x5",
                                List.of(Convolution.same("conv2", 8, 5), Activation.relu("relu2"))),
                        new Branch(
                                "pool",
                                List.of(
                                        Pooling.max("conv2-pool", Window.square(3).withPadding(1)),
                                        Convolution.same("conv2", 8, 1),
                                        Activation.relu("relu2"))));
        assertThat(branched.output()).isEqualTo(Trunks.small().output());
    }

    @Test
    void sharesDivideTheWidth() {
        Architecture branched =
                inception.branch(
                        Trunks.small(), options(List.of(1, 3, 5), true, List.of(2., 4., 1., 1.)));

        Assignment assignment = Assignment.of(branched.view("conv2"));
        assertThat(assignment.branches()).containsExactly("1x1", "3x3", "5x5", "pool");
        assertThat(assignment.sizes()).containsExactly(8, 16, 4, 4);
    }

    @Test
    void strideAndPaddingKeepTheMapOfTheTrunk() {
        Architecture trunk =
                Trunks.small()
                        .withNodes(
                                List.of(
                                        Convolution.of(
                                                "conv2",
                                                8,
                                                Window.square(5).withStride(2).withPadding(1)),
                                        Activation.relu("relu2"),
                                        Convolution.same("last", 4, 1)));

        Architecture branched = inception.branch(trunk, options(List.of(3, 7), false, List.of()));

        assertThat(branched.view("conv2").parts())
                .extracting(part -> part.layer().toString() + part.output())
                .containsExactly(
                        Convolution.of("conv2", 4, Window.square(3).withStride(2)) + "4x7x7",
                        Convolution.of("conv2", 4, Window.square(7).withStride(2).withPadding(2))
                                + "4x7x7");
    }

    @Test
    void kernelThatWouldChangeTheMapIsRefused() {
        assertThat(
                        refusal(
                                () ->
                                        inception.branch(
                                                Trunks.small(),
                                                options(List.of(2, 3), false, List.of()))))
                .hasMessage(
                        "a kernel of 2 in place of 3 with padding 1 in 'conv2' would change the size of the map; it takes kernels that are odd");
    }

    @Test
    void convolutionsOfKernelOneStayAsTheyAre() {
        Architecture trunk =
                Trunks.small()
                        .withNodes(
                                List.of(
                                        Convolution.same("conv2", 4, 1),
                                        Convolution.same("relu2", 4, 3),
                                        Convolution.same("last", 4, 1)));

        Architecture branched = inception.branch(trunk, options(List.of(3, 5), false, List.of()));

        assertThat(branched.view("conv2").parts())
                .extracting(part -> ((Convolution) part.layer()).window().size().height())
                .containsExactly(1, 1);
    }

    @Test
    void rangeWithoutKernelsIsRefused() {
        Architecture trunk =
                Trunks.small()
                        .withNodes(
                                List.of(
                                        Convolution.same("conv2", 4, 1),
                                        Activation.relu("relu2"),
                                        Convolution.same("last", 4, 1)));

        assertThat(refusal(() -> inception.branch(trunk, options(List.of(3, 5), false, List.of()))))
                .hasMessage(
                        "there is no convolution with a kernel above 1 from 'conv2' to 'relu2', so the branches would not differ");
    }

    @Test
    void widthThatKernelsCannotShareIsExplained() {
        InvalidOptionException thrown =
                refusal(
                        () ->
                                inception.branch(
                                        Trunks.small(),
                                        options(List.of(1, 3, 5), false, List.of())));

        assertThat(thrown.option()).isEqualTo("kernels");
        assertThat(thrown)
                .hasMessage(
                        "3 branches cannot share the units of 'conv2' (32 units) equally; the nearest that fit all layers: 2 or 4");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(refusal(() -> options(List.of(), false, List.of())))
                .hasMessage("needs at least one kernel, found none");
        assertThat(refusal(() -> options(List.of(3, 3), false, List.of())))
                .hasMessage("every branch has another kernel, found 3 twice");
        assertThat(refusal(() -> options(List.of(0), false, List.of())))
                .hasMessage("every kernel must be at least 1, found 0");
        assertThat(refusal(() -> options(List.of(1, 3), true, List.of(1., 1.))))
                .hasMessage("needs one share for each of the 3 branches, found 2");
    }

    private static InceptionOptions options(
            List<Integer> kernels, boolean pool, List<Double> shares) {
        return new InceptionOptions("conv2", "relu2", kernels, pool, shares);
    }

    private static InvalidOptionException refusal(ThrowingCallable call) {
        return catchThrowableOfType(InvalidOptionException.class, call);
    }
}
