package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayerTests {

    @Test
    void convolutionHasTheShapeAndCostOfAlexNetsFirstLayer() {
        Convolution conv1 = Convolution.of("conv1", 96, Window.square(11).withStride(4));
        Shape image = new Shape(3, 227, 227);

        assertThat(conv1.output(image)).isEqualTo(new Shape(96, 55, 55));
        assertThat(conv1.parameters(image)).isEqualTo(34_944);
        assertThat(conv1.macs(image)).isEqualTo(105_415_200);
    }

    @Test
    void groupedConvolutionHasTheShapeAndCostOfAlexNetsSecondLayer() {
        Convolution conv2 = Convolution.same("conv2", 256, 5).withGroups(2);
        Shape input = new Shape(96, 27, 27);

        assertThat(conv2.output(input)).isEqualTo(new Shape(256, 27, 27));
        assertThat(conv2.parameters(input)).isEqualTo(307_456);
        assertThat(conv2.macs(input)).isEqualTo(223_948_800);
    }

    @Test
    void convolutionWithoutBiasHasItsWeightsAlone() {
        Convolution convolution = Convolution.same("conv", 4, 3).withBias(false);

        assertThat(convolution.parameters(new Shape(2, 5, 5))).isEqualTo(4 * 2 * 9);
    }

    @Test
    void strideRoundsTheMapDown() {
        Convolution convolution =
                Convolution.of("conv", 4, Window.square(3).withStride(2).withPadding(1));

        assertThat(convolution.output(new Shape(1, 8, 7))).isEqualTo(new Shape(4, 4, 4));
        assertThat(Pooling.max("pool", 2).output(new Shape(4, 7, 5))).isEqualTo(new Shape(4, 3, 2));
    }

    @Test
    void oddKernelOfStrideOneKeepsTheMap() {
        for (int kernel : new int[] {1, 3, 5, 7}) {
            assertThat(Convolution.same("conv", 2, kernel).output(new Shape(3, 9, 6)))
                    .isEqualTo(new Shape(2, 9, 6));
        }
    }

    @Test
    void convolutionRefusesGroupsThatDoNotDivide() {
        refuses(
                () -> Convolution.same("conv", 6, 3).withGroups(4),
                "conv: 6 filters cannot be split into 4 equal groups");
        refuses(
                () -> Convolution.same("conv", 8, 3).withGroups(4).output(new Shape(6, 4, 4)),
                "conv: 6 input channels cannot be split into 4 equal groups");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheValueFound() {
        refuses(() -> Convolution.same("conv", 0, 3), "conv: filters must be at least 1, found 0");
        refuses(
                () -> Convolution.of("conv", 1, Window.square(3).withStride(0).withPadding(1)),
                "conv: stride must be at least 1, found 0");
        refuses(
                () -> Convolution.of("conv", 1, Window.square(3).withPadding(-1)),
                "conv: padding must be at least 0, found -1");
        refuses(
                () -> Convolution.of("conv", 1, Window.of(3, 0)),
                "conv: kernel width must be at least 1, found 0");
        refuses(
                () -> Convolution.of("conv", 1, Window.square(3).withDilation(1, 0)),
                "conv: dilation must be at least 1, found 0");
        refuses(
                () -> Pooling.max("pool", Window.square(2).withStride(2).withPadding(2)),
                "pool: padding must be less than the window of 2x2, found 2");
        refuses(
                () -> Pooling.max("pool", 2).withPaddingCounted(true),
                "pool: padding can be counted in an average, not in a maximum");
        refuses(() -> new Dense("fc", 0, true), "fc: units must be at least 1, found 0");
        refuses(() -> new Dropout("drop", 1), "drop: rate must be in [0, 1), found 1.0");
        refuses(() -> new Dropout("drop", Double.NaN), "drop: rate must be in [0, 1), found NaN");
        refuses(
                () -> new BatchNormalization("bn", 0, 1e-5),
                "bn: momentum must be in (0, 1], found 0.0");
        refuses(
                () -> new BatchNormalization("bn", 0.1, 0),
                "bn: epsilon must be positive, found 0.0");
        refuses(() -> new BranchDropout("drop", 1), "drop: rate must be in [0, 1), found 1.0");
        refuses(
                () -> new LocalResponseNormalization("lrn", 0, 1, 1, 1),
                "lrn: size must be at least 1, found 0");
        refuses(
                () -> new LocalResponseNormalization("lrn", 5, -1, 1, 1),
                "lrn: alpha must be at least 0, found -1.0");
        refuses(
                () -> new Activation("act", new ActivationFunction.ClippedRelu(0)),
                "act: ceiling must be positive, found 0.0");
        refuses(
                () -> new Activation("act", new ActivationFunction.LeakyRelu(1.5)),
                "act: slope must be in [0, 1], found 1.5");
        refuses(
                () -> new ChannelPermutation("order", List.of(0, 2)),
                "order: sources must hold every channel from 0 to 1 once, found 2 among them");
        refuses(
                () -> new ChannelPermutation("order", List.of(1, 1)),
                "order: sources must hold every channel from 0 to 1 once, found 1 twice");
        refuses(
                () -> new ChannelShuffle("shuffle", 0),
                "shuffle: groups must be at least 1, found 0");
    }

    @Test
    void denseCountsWeightsAndBiases() {
        Dense dense = new Dense("fc", 10, true);

        assertThat(dense.output(Shape.flat(64))).isEqualTo(Shape.flat(10));
        assertThat(dense.parameters(Shape.flat(64))).isEqualTo(650);
        assertThat(dense.macs(Shape.flat(64))).isEqualTo(640);
        assertThat(new Dense("fc", 10, false).parameters(Shape.flat(64))).isEqualTo(640);
    }

    @Test
    void weightedLayerTakesAnotherWidthAndKeepsTheRest() {
        assertThat(
                        Convolution.of("conv", 8, Window.square(5).withStride(2).withPadding(1))
                                .withGroups(2)
                                .withBias(false)
                                .withUnits(4))
                .isEqualTo(
                        Convolution.of("conv", 4, Window.square(5).withStride(2).withPadding(1))
                                .withGroups(2)
                                .withBias(false));
        assertThat(new Dense("fc", 8, false).withUnits(4)).isEqualTo(new Dense("fc", 4, false));
    }

    @Test
    void batchNormalizationTrainsAScaleAndAShiftPerChannel() {
        assertThat(BatchNormalization.named("bn").parameters(new Shape(16, 4, 4))).isEqualTo(32);
    }

    @Test
    void flattenAndGlobalAveragePoolingGiveVectors() {
        assertThat(new Flatten("flatten").output(new Shape(4, 3, 2))).isEqualTo(Shape.flat(24));
        assertThat(new GlobalAveragePooling("average").output(new Shape(4, 3, 2)))
                .isEqualTo(Shape.flat(4));
    }

    @Test
    void elementwiseLayersKeepTheShapeAndCostNothing() {
        Shape shape = new Shape(4, 3, 2);
        for (Layer layer :
                new Layer[] {
                    Activation.relu("relu"),
                    new Dropout("drop", 0.5),
                    new ChannelShuffle("shuffle", 2)
                }) {
            assertThat(layer.output(shape)).isEqualTo(shape);
            assertThat(layer.parameters(shape)).isZero();
            assertThat(layer.macs(shape)).isZero();
        }
    }

    @Test
    void channelShuffleDealsTheChannelsOfEachGroupOutToAll() {
        ChannelShuffle shuffle = new ChannelShuffle("shuffle", 2);

        // Two groups of three, 0 1 2 | 3 4 5, written as rows and read by columns.
        int[] expected = {0, 3, 1, 4, 2, 5};
        for (int output = 0; output < 6; output++) {
            assertThat(shuffle.source(output, 6)).isEqualTo(expected[output]);
        }
    }

    @Test
    void channelShuffleRefusesGroupsThatDoNotDivide() {
        refuses(
                () -> new ChannelShuffle("shuffle", 4).output(new Shape(6, 2, 2)),
                "shuffle: 6 channels cannot be shuffled between 4 equal groups");
    }

    private static void refuses(ThrowingCallable creation, String message) {
        assertThatExceptionOfType(ArchitectureException.class)
                .isThrownBy(creation)
                .withMessage(message);
    }
}
