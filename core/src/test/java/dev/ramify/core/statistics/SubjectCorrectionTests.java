package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricProfile.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubjectCorrectionTests {

    @Test
    void minPCountsDrawsWhoseSmallestPIsAsSmall() {
        double[][] drawn = {{.5, .04, .9, .3}, {.2, .6, .03, .8}};
        // Smallest of each draw: .2, .04, .03, .3.
        assertThat(SubjectCorrection.minP(new double[] {.04, .25}, drawn, 0).adjusted())
                .containsExactly(3 / 5.0, 4 / 5.0);
    }

    @Test
    void whereNoDrawIsAsExtremeBonferroniMayBeSmaller() {
        double[][] drawn = {{.5, .4, .9, .3}, {.2, .6, .3, .8}};
        assertThat(SubjectCorrection.minP(new double[] {1e-6, .1}, drawn, 0).adjusted())
                .containsExactly(2e-6, 1 / 5.0);
    }

    @Test
    void oneSubjectNeedsNoCorrection() {
        assertThat(
                        SubjectCorrection.minP(new double[] {.3}, new double[][] {{.1, .2}}, 0)
                                .adjusted())
                .containsExactly(.3);
    }

    @Test
    void maxTComparesSubjectsInTheirOwnDeviations() {
        // The same draws, those of the second subject a hundred times as large.
        double[] small = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        double[] large = Arrays.stream(small).map(value -> 100 * value).toArray();
        double[][] drawn = {small, large};
        double[] observed = {12, 450};
        assertThat(
                        SubjectCorrection.maxT(comparisons(observed, drawn), observed, drawn, 0)
                                .adjusted()[0])
                .isEqualTo(1 / 10.0);
    }

    @Test
    void maxTIsNeverBelowTheUncorrectedP() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] drawn = new double[4][99];
            for (double[] subject : drawn) {
                Arrays.setAll(subject, draw -> random.nextInt(6));
            }
            double[] observed = random.ints(4, 0, 7).asDoubleStream().toArray();
            List<NullComparison> comparisons = comparisons(observed, drawn);
            double[] adjusted = SubjectCorrection.maxT(comparisons, observed, drawn, 0).adjusted();
            for (int s = 0; s < 4; s++) {
                assertThat(adjusted[s])
                        .as("seed %d, subject %d", seed, s)
                        .isGreaterThanOrEqualTo(comparisons.get(s).p());
            }
        }
    }

    @Test
    void maxTKeepsTheErrorOfTheWholeFamilyForDependentSubjects() {
        int rejected = 0;
        for (long seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] all = new double[5][100];
            for (int draw = 0; draw < 100; draw++) {
                double common = random.nextGaussian();
                for (int s = 0; s < 5; s++) {
                    all[s][draw] = Math.exp(common + random.nextGaussian());
                }
            }
            double[] observed = Arrays.stream(all).mapToDouble(subject -> subject[99]).toArray();
            double[][] drawn =
                    Arrays.stream(all)
                            .map(subject -> Arrays.copyOf(subject, 99))
                            .toArray(double[][]::new);
            double[] adjusted =
                    SubjectCorrection.maxT(comparisons(observed, drawn), observed, drawn, 0)
                            .adjusted();
            rejected += Arrays.stream(adjusted).min().orElseThrow() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / 1000.0).isCloseTo(0.05, within(0.03));
    }

    @Test
    void aSubjectThatDoesNotVaryIsNeverSignificant() {
        double[][] drawn = {{1, 1, 1}, {0, 2, 4}};
        double[] observed = {1, 9};
        assertThat(
                        SubjectCorrection.maxT(comparisons(observed, drawn), observed, drawn, 0)
                                .adjusted())
                .containsExactly(1, 0.25);
    }

    private static List<NullComparison> comparisons(double[] observed, double[][] drawn) {
        List<NullComparison> comparisons = new ArrayList<>();
        for (int s = 0; s < observed.length; s++) {
            comparisons.add(new NullComparison(observed[s], drawn[s], Tail.GREATER));
        }
        return comparisons;
    }
}
