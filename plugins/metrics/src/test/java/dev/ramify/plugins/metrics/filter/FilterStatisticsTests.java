package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.Inputs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FilterStatisticsTests {

    private static final Assignment BRANCHES = Inputs.branches(8, 8);

    @Test
    void aColourBranchIsToldFromABlackAndWhiteOne() {
        Evaluation evaluation = evaluate(columns(1, 1, 1), 999);
        Defined colour = defined(evaluation, 0);
        assertThat(colour.value()).isEqualTo(1);
        assertThat(colour.effect()).isCloseTo(1, within(1e-12));
        assertThat(colour.p()).isEqualTo(0.001);
        assertThat(colour.phrase()).isEqualTo("medians b1 1.00, b2 .00");
        assertThat(evaluation.measurements().get(0).subject().toString())
                .isEqualTo("property=colour-index");
        assertThat(evaluation.unitColumns())
                .extracting(column -> column.name())
                .containsExactly("colour-index", "frequency", "orientation", "anisotropy");
    }

    @Test
    void filtersAreReadInUnitsOfPixels() {
        // A black-and-white pattern in weights is coloured in pixels if channels were scaled
        // unequally.
        List<String> scaled = columnOf(evaluate(columns(1, 1, 4), 9), 0);
        assertThat(Double.parseDouble(scaled.get(15))).isCloseTo(greyAt(1, 1, 0.25), within(1e-6));
    }

    @Test
    void greyImagesHaveFrequencyButNoColour() {
        double[][][] grey = new double[16][1][49];
        SplittableRandom random = new SplittableRandom(1);
        for (double[][] filter : grey) {
            filter[0] = random.doubles(49).toArray();
        }
        Evaluation evaluation = evaluate(Inputs.ofFilters(BRANCHES, grey, 1), 99);
        assertThat(evaluation.measurements().get(0).outcome())
                .isEqualTo(new Undefined("a colour index needs images of 3 channels, found 1"));
        assertThat(defined(evaluation, 1).value()).isBetween(0.5, 1.0);
        assertThat(columnOf(evaluation, 0)).containsOnly("");
    }

    @Test
    void whatGreyImagesCannotExciteDoesNotCount() {
        double[][] grey = {{0.04, 0.04, 0.04}, {0.04, 0.04, 0.04}, {0.04, 0.04, 0.04}};
        MetricInput coloured = columns(1, 1, 1);
        MetricInput input = Inputs.withCovariance(coloured, grey);
        Evaluation evaluation = evaluate(input, 99);
        assertThat(evaluation.measurements().get(0).outcome())
                .isEqualTo(
                        new Undefined(
                                "a colour index needs images that vary in colour; these vary in one direction alone, as grey ones do"));
        // The first branch opposes red to green, which grey images do not tell from nothing.
        assertThat(evaluation.measurements().get(1).outcome())
                .isEqualTo(new Undefined("no filter of branch 'b1' has a value"));
        double[][] any = {{0.04, 0.01, 0}, {0.01, 0.04, 0}, {0, 0, 0.04}};
        assertThat(evaluate(Inputs.withCovariance(coloured, any), 99).measurements())
                .isEqualTo(evaluate(coloured, 99).measurements());
    }

    @Test
    void filtersFarWeakerThanOthersAreLeftOut() {
        double[][][] filters = noise(16, new SplittableRandom(2));
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 49; i++) {
                filters[3][c][i] *= 0.01;
            }
        }
        Evaluation evaluation = evaluate(Inputs.ofFilters(BRANCHES, filters, 1, 1, 1), 9);
        List<String> colour = columnOf(evaluation, 0);
        assertThat(colour.get(3)).isEmpty();
        assertThat(colour.get(4)).isNotEmpty();
    }

    @Test
    void aBranchOfZerosLeavesNothingToTellApart() {
        double[][][] filters = noise(16, new SplittableRandom(3));
        for (int unit = 8; unit < 16; unit++) {
            filters[unit] = new double[3][49];
        }
        Evaluation evaluation = evaluate(Inputs.ofFilters(BRANCHES, filters, 1, 1, 1), 9);
        assertThat(evaluation.measurements())
                .extracting(Measurement::outcome)
                .containsOnly(new Undefined("no filter of branch 'b2' has a value"));
    }

    @Test
    void singlePixelsHaveColourButNoFrequency() {
        SplittableRandom random = new SplittableRandom(4);
        double[][][] filters = new double[16][3][];
        for (double[][] filter : filters) {
            for (int c = 0; c < 3; c++) {
                filter[c] = new double[] {random.nextGaussian()};
            }
        }
        Evaluation evaluation = evaluate(Inputs.ofFilters(BRANCHES, filters, 1, 1, 1), 9);
        assertThat(evaluation.measurements().get(0).defined()).isPresent();
        assertThat(evaluation.measurements().get(1).outcome())
                .isEqualTo(new Undefined("no filter of 1 x 1 has a spatial pattern"));
    }

    @Test
    void refusesALayerThatDoesNotSeeTheImage() {
        double[][][] filters = new double[16][5][9];
        MetricInput input = Inputs.ofFilters(BRANCHES, filters, 1, 1, 1);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> new FilterStatistics().prepare(input, new NoOptions()))
                .withMessage(
                        "layer 'conv1' has weights of shape [16, 5, 3, 3]; a convolution over the 3 channels of the image is needed");
    }

    @Test
    void aConvolutionFurtherUpWithAsManyInputsDoesNotSeeTheImage() {
        LayerRecording conv1 = Inputs.ofFilters(BRANCHES, new double[16][3][9], 1, 1, 1).layer();
        LayerRecording grouped =
                new LayerRecording("grouped", BRANCHES, conv1.activations(), conv1.filters());
        MetricInput input = Inputs.last(conv1, grouped);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> new FilterStatistics().prepare(input, new NoOptions()))
                .withMessage(
                        "layer 'grouped' is not the first convolution, so that its 3 inputs are not the channels of the image");
    }

    @Test
    void nothingSeesAnImageOfWhichNothingIsKnown() {
        MetricInput input = Inputs.ofFilters(BRANCHES, new double[16][1][9]);
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> new FilterStatistics().prepare(input, new NoOptions()))
                .withMessage(
                        "layer 'conv1' has weights of shape [16, 1, 3, 3], and nothing says that it sees the image");
    }

    @Test
    void neitherTheOrderOfUnitsNorTheirScaleNorNamesOfBranchesMatter() {
        for (long seed = 0; seed < 8; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][][] filters = noise(16, random);
            double[] values = scores(filters, BRANCHES);
            double[][][] reversed = new double[16][3][49];
            int[] branchOf = new int[16];
            for (int unit = 0; unit < 16; unit++) {
                branchOf[unit] = BRANCHES.branchOf(15 - unit);
                for (int c = 0; c < 3; c++) {
                    for (int i = 0; i < 49; i++) {
                        reversed[unit][c][i] = (1 + unit % 4) * filters[15 - unit][c][i];
                    }
                }
            }
            assertThat(scores(reversed, Assignment.of(List.of("x", "a"), branchOf)))
                    .as("seed %d", seed)
                    .containsExactly(values, within(1e-9));
        }
    }

    private static double[] scores(double[][][] filters, Assignment branches) {
        return new FilterStatistics()
                .prepare(Inputs.ofFilters(branches, filters, 1, 1, 1), new NoOptions())
                .score(branches);
    }

    @Test
    void correctedPKeepsItsLevelOnNoise() {
        long rejected =
                LongStream.range(0, 400)
                        .filter(
                                seed -> {
                                    double[][][] filters = noise(16, new SplittableRandom(seed));
                                    MetricInput input =
                                            Inputs.ofFilters(BRANCHES, filters, 1, 1, 1);
                                    Evaluation evaluation =
                                            evaluate(Inputs.withSeed(input, seed), 199);
                                    return evaluation.measurements().stream()
                                            .flatMap(each -> each.defined().stream())
                                            .anyMatch(
                                                    each ->
                                                            each.pAdjusted() != null
                                                                    && each.pAdjusted() <= 0.05);
                                })
                        .count();
        assertThat(rejected / 400.0).isBetween(0.02, 0.08);
    }

    private static Evaluation evaluate(MetricInput input, int permutations) {
        return new MetricEvaluator()
                .evaluate(
                        ConfiguredMetric.of(new FilterStatistics(), new NoOptions()),
                        input,
                        BranchKinds.allAlike(),
                        permutations);
    }

    private static Defined defined(Evaluation evaluation, int subject) {
        return evaluation.measurements().get(subject).defined().orElseThrow();
    }

    private static List<String> columnOf(Evaluation evaluation, int column) {
        return evaluation.unitColumns().get(column).texts();
    }

    /** The first branch opposes red to green, the second is black-and-white. */
    private static MetricInput columns(double... deviation) {
        double[][][] filters = noise(16, new SplittableRandom(9));
        for (int unit = 0; unit < 16; unit++) {
            for (int i = 0; i < 49; i++) {
                filters[unit][1][i] = (unit < 8 ? -1 : 1) * filters[unit][0][i];
                filters[unit][2][i] = unit < 8 ? 0 : filters[unit][0][i];
            }
        }
        return Inputs.ofFilters(BRANCHES, filters, deviation);
    }

    /** The colour index of a pattern that has these weights in red, green and blue. */
    private static double greyAt(double red, double green, double blue) {
        double luminance = Math.pow(red + green + blue, 2) / 3;
        return 1 - luminance / (red * red + green * green + blue * blue);
    }

    private static double[][][] noise(int units, SplittableRandom random) {
        double[][][] filters = new double[units][3][49];
        for (double[][] filter : filters) {
            for (double[] channel : filter) {
                java.util.Arrays.setAll(channel, at -> random.nextGaussian());
            }
        }
        return filters;
    }
}
