package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayerTests {

    @Test
    void convolutionHasTheShapeAndCostOfAlexNetsFirstLayer() {
        Convolution conv1 = new Convolution("conv1", 96, 11, 4, 0, 1, true);
        Shape image = new Shape(3, 227, 227);

        assertThat(conv1.output(image)).isEqualTo(new Shape(96, 55, 55));
        assertThat(conv1.parameters(image)).isEqualTo(34_944);
        assertThat(conv1.macs(image)).isEqualTo(105_415_200);
    }

    @Test
    void groupedConvolutionHasTheShapeAndCostOfAlexNetsSecondLayer() {
        Convolution conv2 = new Convolution("conv2", 256, 5, 1, 2, 2, true);
        Shape input = new Shape(96, 27, 27);

        assertThat(conv2.output(input)).isEqualTo(new Shape(256, 27, 27));
        assertThat(conv2.parameters(input)).isEqualTo(307_456);
        assertThat(conv2.macs(input)).isEqualTo(223_948_800);
    }

    @Test
    void convolutionWithoutBiasHasItsWeightsAlone() {
        Convolution convolution = new Convolution("conv", 4, 3, 1, 1, 1, false);

        assertThat(convolution.parameters(new Shape(2, 5, 5))).isEqualTo(4 * 2 * 9);
    }

    @Test
    void strideRoundsTheMapDown() {
        Convolution convolution = new Convolution("conv", 4, 3, 2, 1, 1, true);

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
                () -> new Convolution("conv", 6, 3, 1, 1, 4, true),
                "conv: 6 filters cannot be split into 4 equal groups");
        refuses(
                () -> new Convolution("conv", 8, 3, 1, 1, 4, true).output(new Shape(6, 4, 4)),
                "conv: 6 input channels cannot be split into 4 equal groups");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheValueFound() {
        refuses(
                () -> new Convolution("conv", 0, 3, 1, 1, 1, true),
                "conv: filters must be at least 1, found 0");
        refuses(
                () -> new Convolution("conv", 1, 3, 0, 1, 1, true),
                "conv: stride must be at least 1, found 0");
        refuses(
                () -> new Convolution("conv", 1, 3, 1, -1, 1, true),
                "conv: padding must be at least 0, found -1");
        refuses(
                () -> new Convolution("conv", 1, 3, 1, 3, 1, true),
                "conv: padding must be less than the kernel of 3, found 3");
        refuses(
                () -> new Pooling("pool", Pooling.Kind.MAX, 2, 2, 2),
                "pool: padding must be less than the window of 2, found 2");
        refuses(() -> new Dense("fc", 0, true), "fc: units must be at least 1, found 0");
        refuses(() -> new Dropout("drop", 1), "drop: rate must be in [0, 1), found 1.0");
        refuses(() -> new Dropout("drop", Double.NaN), "drop: rate must be in [0, 1), found NaN");
        refuses(
                () -> new BatchNormalization("bn", 0, 1e-5),
                "bn: momentum must be in (0, 1], found 0.0");
        refuses(
                () -> new BatchNormalization("bn", 0.1, 0),
                "bn: epsilon must be positive, found 0.0");
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
        assertThat(new Convolution("conv", 8, 5, 2, 1, 2, false).withUnits(4))
                .isEqualTo(new Convolution("conv", 4, 5, 2, 1, 2, false));
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
                    new Relu("relu"), new Dropout("drop", 0.5), new ChannelShuffle("shuffle", 2)
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
