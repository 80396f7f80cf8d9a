package dev.ramify.plugins.metrics.selectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.NaiveMatching;
import dev.ramify.plugins.metrics.NaiveVariance;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorVarianceTests {

    private static final int SAMPLES = 90;

    private final SplittableRandom random = new SplittableRandom(3);
    private final int[] colour = random.ints(SAMPLES, 0, 3).toArray();
    private final int[] shape = random.ints(SAMPLES, 0, 2).toArray();

    @Test
    void agreesWithTheFormula() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom own = new SplittableRandom(seed);
            int[][] levels = {
                own.ints(SAMPLES, 0, 3).toArray(),
                own.ints(SAMPLES, 0, 2).toArray(),
                own.ints(SAMPLES, 0, 4).toArray()
            };
            float[][] rows = Inputs.noise(SAMPLES, 9, own);
            for (int n = 0; n < SAMPLES; n++) {
                for (int unit = 0; unit < 9; unit++) {
                    rows[n][unit] += levels[unit % 3][n];
                }
            }
            Assignment branches = Inputs.branches(2, 4, 3).permuted(own);
            Assignment other = branches.permuted(own);
            double[][] cells = new double[3][3];
            for (int unit = 0; unit < 9; unit++) {
                int branch = other.branchOf(unit);
                for (int f = 0; f < 3; f++) {
                    int count = new int[] {3, 2, 4}[f];
                    cells[branch][f] +=
                            NaiveVariance.omegaSquared(rows, unit, levels[f], count)
                                    / other.sizes()[branch];
                }
            }
            double[] values =
                    new FactorVariance()
                            .prepare(
                                    Inputs.ofActivations(branches, rows, new int[0], levels),
                                    new FactorOptions(List.of()))
                            .score(other);
            assertThat(values[0])
                    .as("seed %d", seed)
                    .isCloseTo(NaiveMatching.contrast(cells), within(1e-9));
            assertThat(Arrays.copyOfRange(values, 1, 10))
                    .as("seed %d", seed)
                    .containsExactly(
                            Arrays.stream(cells).flatMapToDouble(Arrays::stream).toArray(),
                            within(1e-9));
        }
    }

    @Test
    void unitsThatAreAFactorAreExplainedByItWholly() {
        float[][] rows = new float[SAMPLES][4];
        for (int n = 0; n < SAMPLES; n++) {
            rows[n] = new float[] {colour[n], colour[n] * colour[n], shape[n], -shape[n]};
        }
        Assignment branches = Inputs.branches(2, 2);
        PreparedMetric metric = prepare(branches, rows);
        assertThat(metric.score(branches)[1]).isCloseTo(1, within(1e-9));
        assertThat(metric.score(branches)[4]).isCloseTo(1, within(1e-9));
        assertThat(metric.phrase(0, branches)).isEqualTo("matched b1 factor0, b2 factor1");
        assertThat(metric.phrase(1, branches)).isEqualTo("100 % of the variance of its units");
        assertThat(metric.subjects().get(1))
                .isEqualTo(Subject.branch("b1").and(Subject.FACTOR, "factor0"));
    }

    @Test
    void dependsOnNeitherScaleNorOffsetOfUnits() {
        Assignment branches = Inputs.branches(3, 4);
        float[][] rows = rows(7);
        double[] values = prepare(branches, rows).score(branches);
        for (float[] row : rows) {
            for (int unit = 0; unit < 7; unit++) {
                row[unit] = (unit + 1) * row[unit] + 10 * unit;
            }
        }
        assertThat(prepare(branches, rows).score(branches)).containsExactly(values, within(1e-5));
    }

    @Test
    void aBranchOfDeadUnitsHasNoValueAndIsNotMatched() {
        float[][] rows = rows(6);
        for (float[] row : rows) {
            row[4] = 0;
            row[5] = 0;
        }
        Assignment branches = Inputs.branches(2, 2, 2);
        PreparedMetric metric = prepare(branches, rows);
        double[] values = metric.score(branches);
        assertThat(values[0]).isFinite();
        assertThat(values[5]).isNaN();
        assertThat(values[6]).isNaN();
        assertThat(metric.reason(5)).isEqualTo("no unit of the branch varies over the samples");
        assertThat(metric.takesPart(5)).isFalse();
    }

    @Test
    void factorsThatDoNotExistAreNamed() {
        MetricInput input = Inputs.ofActivations(Inputs.branches(3, 3), rows(6), colour, shape);
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                new FactorVariance()
                                        .prepare(input, new FactorOptions(List.of("hue"))))
                .withMessage("no factor is named [hue]; there are [factor0]");
    }

    @Test
    void moreSamplesThanLevelsAreNeeded() {
        float[][] rows = Inputs.noise(3, 4, random);
        int[] levels = {0, 1, 2};
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                new FactorVariance()
                                        .prepare(
                                                Inputs.ofActivations(
                                                        Inputs.branches(2, 2),
                                                        rows,
                                                        new int[0],
                                                        levels),
                                                new FactorOptions(List.of())))
                .withMessage("'factor0' has 3 levels, so at least 4 samples are needed; found 3");
    }

    private float[][] rows(int units) {
        float[][] rows = Inputs.noise(SAMPLES, units, random);
        for (int n = 0; n < SAMPLES; n++) {
            for (int unit = 0; unit < units; unit++) {
                rows[n][unit] += (unit % 2 == 0 ? colour[n] : 2 * shape[n]);
            }
        }
        return rows;
    }

    private PreparedMetric prepare(Assignment branches, float[][] rows) {
        return new FactorVariance()
                .prepare(
                        Inputs.ofActivations(branches, rows, new int[0], colour, shape),
                        new FactorOptions(List.of()));
    }
}
