package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.RowActivations;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Do scores of a layer's inputs follow the looks of the first-layer filters below? */
class FilterCorrelationTests {

    private static final int FILTERS = 48;
    private static final int UNITS = 64;
    private static final int SIDE = 5;
    private static final double[][] GREY = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

    @Test
    void unitsThatTakeFromColourOrFromGreyFiltersAreFound() {
        for (Normalization normalization : Normalization.values()) {
            List<Measurement> measured =
                    measure(
                            input(filters(1), LatentBranchesTests.planted(1, 1)),
                            normalization,
                            99);
            Defined colour = defined(measured, "colour");
            assertThat(colour.p()).as("%s", normalization).isEqualTo(.01);
            assertThat(colour.value()).as("%s", normalization).isGreaterThan(.5);
        }
        Defined colour =
                defined(
                        measure(
                                input(filters(1), LatentBranchesTests.planted(1, 1)),
                                Normalization.DEGREE,
                                99),
                        "colour");
        // Of a trait with two halves: rank correlations end at .87.
        assertThat(colour.value()).isGreaterThan(.75);
        assertThat(colour.phrase())
                .isEqualTo(
                        "vector 2 of conv2's inputs correlates %s with the colour of conv1's filters"
                                .formatted(String.format("%.2f", colour.value()).substring(1)));
    }

    @Test
    void aShuffleIsMeasuredAsFromTheBeginning() {
        LatentOptions options = new LatentOptions(Normalization.DEGREE, 2, 3);
        MetricInput recorded = input(filters(1), LatentBranchesTests.planted(1, 1));
        MetricInput other = input(filters(1), LatentBranchesTests.planted(0, 2));
        double[] shuffled =
                new LatentBranches()
                        .prepare(recorded, options)
                        .forShuffle(other)
                        .orElseThrow()
                        .score(Inputs.branches(UNITS));
        assertThat(shuffled)
                .hasSize(4)
                .isEqualTo(
                        new LatentBranches().prepare(other, options).score(Inputs.branches(UNITS)));
    }

    @Test
    void aPatternThatIsNotTheFirstIsNamedByItsVector() {
        // The strongest division cuts across that by colour.
        double[][] weights = new double[UNITS][FILTERS];
        SplittableRandom random = new SplittableRandom(3);
        for (int o = 0; o < UNITS; o++) {
            for (int i = 0; i < FILTERS; i++) {
                double first = o % 2 == (i < FILTERS / 2 ? 0 : 1) ? 3 : 1;
                double second = o / 2 % 2 == i % 2 ? 2 : 1;
                weights[o][i] = first * second * (1 + .1 * random.nextGaussian());
            }
        }
        Defined colour =
                defined(measure(input(filters(1), weights), Normalization.DEGREE, 9), "colour");
        assertThat(colour.phrase()).startsWith("vector 3 of conv2's inputs correlates .8");
    }

    @Test
    void bothAgreeWithRanksOfAFullDecomposition() {
        for (long seed = 0; seed < 10; seed++) {
            double[][][] filters = noise(seed);
            double[][] weights = LatentBranchesTests.planted(.3, seed);
            List<Measurement> measured = measure(input(filters, weights), Normalization.DEGREE, 1);
            double[] colour = new double[FILTERS];
            double[] frequency = new double[FILTERS];
            for (int i = 0; i < FILTERS; i++) {
                colour[i] = naiveColour(filters[i]);
                frequency[i] = naiveFrequency(filters[i]);
            }
            double[][] scores = naiveScores(weights);
            assertThat(defined(measured, "colour").value())
                    .as("seed %d", seed)
                    .isCloseTo(greatest(scores, colour), within(1e-9));
            assertThat(defined(measured, "frequency").value())
                    .as("seed %d", seed)
                    .isCloseTo(greatest(scores, frequency), within(1e-9));
        }
    }

    @Test
    void weightsThatDoNotLookAtFiltersCorrelateWithThemByChanceAlone() {
        int cases = 400;
        long rejected = LongStream.range(0, cases).parallel().filter(seed -> rejects(seed)).count();
        assertThat(rejected / (double) cases).isBetween(.02, .08);
    }

    private static boolean rejects(long seed) {
        double[][][] filters = Arrays.copyOf(noise(seed), 16);
        double[][] weights = new double[24][16];
        RandomGenerator random = new SplittableRandom(seed);
        for (double[] row : weights) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        MetricInput input = Inputs.withSeed(input(filters, weights), seed);
        return defined(measure(input, Normalization.DEGREE, 19), "colour").p() <= .05;
    }

    @Test
    void greyImagesLeaveFrequencyButNoColour() {
        MetricInput input =
                Inputs.withCovariance(input(noise(1), LatentBranchesTests.planted(1, 1)), GREY);
        List<Measurement> measured = measure(input, Normalization.DEGREE, 9);
        assertThat(undefined(measured, "colour"))
                .isEqualTo(
                        "a colour index needs images that vary in colour; these vary in one direction alone, as grey ones do");
        assertThat(defined(measured, "frequency").value()).isBetween(0., 1.);
    }

    @Test
    void filtersWithoutTraitsLeaveTheOtherPropertiesAlone() {
        double[][] weights = LatentBranchesTests.planted(1, 1);
        List<Measurement> zero =
                measure(
                        input(new double[FILTERS][3][SIDE * SIDE], weights),
                        Normalization.DEGREE,
                        9);
        assertThat(undefined(zero, "colour")).isEqualTo("layer 'conv1': all 48 filters are zero");
        assertThat(defined(zero, "pattern").value()).isPositive();
        double[][][] few = noise(1);
        for (int i = 3; i < FILTERS; i++) {
            few[i] = new double[3][SIDE * SIDE];
        }
        // All others are below 5 % of the median, which is 0, so only what is not zero is left.
        assertThat(undefined(measure(input(few, weights), Normalization.DEGREE, 9), "frequency"))
                .isEqualTo(
                        "a correlation with frequency needs at least 4 filters that have one and are connected, found 3");
        double[][][] same = noise(1);
        for (int i = 1; i < FILTERS; i++) {
            same[i] = same[0];
        }
        assertThat(undefined(measure(input(same, weights), Normalization.DEGREE, 9), "colour"))
                .isEqualTo("all 48 filters have the same colour");
    }

    @Test
    void inputsWithoutConnectionsAreLeftOut() {
        double[][] weights = LatentBranchesTests.planted(1, 1);
        for (double[] row : weights) {
            row[0] = 0;
        }
        double[][][] filters = noise(1);
        double value = value(filters, weights);
        filters[0][0][0] = 9;
        assertThat(value(filters, weights)).isEqualTo(value);
        filters[1][0][0] = 9;
        assertThat(value(filters, weights)).isNotEqualTo(value);
    }

    @Test
    void aLayerThatDoesNotTakeFromFirstLayerFiltersHasNoSuchProperties() {
        LayerRecording conv2 =
                Inputs.layer("conv2", Inputs.branches(UNITS), LatentBranchesTests.planted(1, 1));
        LayerRecording dense = Inputs.layer("fc", Inputs.branches(FILTERS), new double[FILTERS][3]);
        assertThat(measure(Inputs.last(conv2), Normalization.DEGREE, 1)).hasSize(2);
        assertThat(measure(Inputs.last(dense, conv2), Normalization.DEGREE, 1)).hasSize(2);
        LayerRecording narrow = conv1(new double[FILTERS - 1][3][SIDE * SIDE]);
        assertThat(measure(Inputs.last(narrow, conv2), Normalization.DEGREE, 1)).hasSize(2);
    }

    private static double value(double[][][] filters, double[][] weights) {
        return defined(measure(input(filters, weights), Normalization.DEGREE, 1), "colour").value();
    }

    private static double[][] naiveScores(double[][] weights) {
        double[] rows = new double[UNITS];
        double[] columns = new double[FILTERS];
        for (int o = 0; o < UNITS; o++) {
            for (int i = 0; i < FILTERS; i++) {
                rows[o] += Math.abs((float) weights[o][i]);
                columns[i] += Math.abs((float) weights[o][i]);
            }
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(UNITS, FILTERS);
        for (int o = 0; o < UNITS; o++) {
            for (int i = 0; i < FILTERS; i++) {
                matrix.setEntry(
                        o, i, Math.abs((float) weights[o][i]) / Math.sqrt(rows[o] * columns[i]));
            }
        }
        double[][] scores = new double[3][FILTERS];
        SingularValueDecomposition decomposition = new SingularValueDecomposition(matrix);
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < FILTERS; i++) {
                scores[k][i] = decomposition.getV().getEntry(i, k + 1) / Math.sqrt(columns[i]);
            }
        }
        return scores;
    }

    private static double greatest(double[][] scores, double[] trait) {
        double greatest = 0;
        for (double[] each : scores) {
            double[] one = ranks(each);
            double[] other = ranks(trait);
            double middle = (FILTERS + 1) / 2.;
            double both = 0;
            double square = 0;
            for (int i = 0; i < FILTERS; i++) {
                both += (one[i] - middle) * (other[i] - middle);
                square += (other[i] - middle) * (other[i] - middle);
            }
            greatest = Math.max(greatest, Math.abs(both / square));
        }
        return greatest;
    }

    /** Ranks of numbers that all differ. */
    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (double other : values) {
                ranks[i] += other <= values[i] ? 1 : 0;
            }
        }
        return ranks;
    }

    private static double naiveColour(double[][] filter) {
        double luminance = 0;
        double colour = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            double r = (float) filter[0][i];
            double g = (float) filter[1][i];
            double b = (float) filter[2][i];
            luminance += Math.pow((r + g + b) / Math.sqrt(3), 2);
            colour +=
                    Math.pow((r - g) / Math.sqrt(2), 2)
                            + Math.pow((r + g - 2 * b) / Math.sqrt(6), 2);
        }
        return colour / (luminance + colour);
    }

    /** The centroid of the whole transform, of the projection on the first principal colour. */
    private static double naiveFrequency(double[][] filter) {
        Array2DRowRealMatrix centred = new Array2DRowRealMatrix(3, SIDE * SIDE);
        for (int c = 0; c < 3; c++) {
            double mean = 0;
            for (double weight : filter[c]) {
                mean += (float) weight / (SIDE * SIDE);
            }
            for (int i = 0; i < SIDE * SIDE; i++) {
                centred.setEntry(c, i, (float) filter[c][i] - mean);
            }
        }
        double[] pattern = new SingularValueDecomposition(centred).getV().getColumn(0);
        double sum = 0;
        double total = 0;
        for (int v = -16; v < 16; v++) {
            for (int u = -16; u < 16; u++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < SIDE * SIDE; i++) {
                    double angle = 2 * Math.PI * (u * (i % SIDE) + v * (i / SIDE)) / 32;
                    real += pattern[i] * Math.cos(angle);
                    imaginary += pattern[i] * Math.sin(angle);
                }
                double power = real * real + imaginary * imaginary;
                sum += Math.hypot(u / 32., v / 32.) * power;
                total += power;
            }
        }
        return sum / total;
    }

    private static List<Measurement> measure(
            MetricInput input, Normalization normalization, int permutations) {
        return new MetricEvaluator()
                .evaluate(
                        ConfiguredMetric.of(
                                new LatentBranches(), new LatentOptions(normalization, 2, 3)),
                        input,
                        BranchKinds.allAlike(),
                        permutations)
                .measurements();
    }

    private static Defined defined(List<Measurement> measurements, String property) {
        return of(measurements, property).defined().orElseThrow();
    }

    private static String undefined(List<Measurement> measurements, String property) {
        return ((Undefined) of(measurements, property).outcome()).reason();
    }

    private static Measurement of(List<Measurement> measurements, String property) {
        return measurements.stream()
                .filter(each -> each.subject().toString().equals("property=" + property))
                .findFirst()
                .orElseThrow();
    }

    private static MetricInput input(double[][][] filters, double[][] weights) {
        return Inputs.last(
                conv1(filters), Inputs.layer("conv2", Inputs.branches(weights.length), weights));
    }

    private static LayerRecording conv1(double[][][] filters) {
        return new LayerRecording(
                "conv1",
                Inputs.branches(filters.length),
                new RowActivations(new float[0][], filters.length),
                Nd4j.createFromArray(filters)
                        .reshape(filters.length, 3, SIDE, SIDE)
                        .castTo(DataType.FLOAT));
    }

    /** Every second filter opposes red to green, the others are grey. */
    private static double[][][] filters(long seed) {
        double[][][] filters = noise(seed);
        for (int i = 0; i < FILTERS; i++) {
            for (int at = 0; at < SIDE * SIDE; at++) {
                filters[i][1][at] = (i % 2 == 0 ? -1 : 1) * filters[i][0][at];
                filters[i][2][at] = i % 2 == 0 ? 0 : filters[i][0][at];
            }
        }
        return filters;
    }

    private static double[][][] noise(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[][][] filters = new double[FILTERS][3][SIDE * SIDE];
        for (double[][] filter : filters) {
            for (double[] channel : filter) {
                Arrays.setAll(channel, at -> random.nextGaussian());
            }
        }
        return filters;
    }
}
