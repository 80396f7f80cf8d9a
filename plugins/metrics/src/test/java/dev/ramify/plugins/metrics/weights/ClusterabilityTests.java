package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterabilityTests {

    @Test
    void separateClustersAreCutWithoutLoss() {
        assertThat(value(blocks(0), true)).isCloseTo(0, within(1e-9));
    }

    @Test
    void weightsWithoutStructureAreCutAtNearlyOneLessThanTheClusters() {
        double[][] weights = new double[60][60];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] row : weights) {
            for (int i = 0; i < 60; i++) {
                row[i] = 1 + .1 * random.nextGaussian();
            }
        }
        assertThat(value(weights, true)).isBetween(2.85, 3.0);
    }

    @Test
    void theScaleOfUnitsDoesNotMatterOnceTakenOut() {
        double[][] weights = blocks(.3);
        double before = value(weights, true);
        double plain = value(weights, false);
        for (int o = 0; o < weights.length; o++) {
            for (int i = 0; i < weights[o].length; i++) {
                weights[o][i] *= 1 + o % 5;
            }
        }
        assertThat(value(weights, true)).isCloseTo(before, within(1e-5));
        assertThat(value(weights, false)).isNotCloseTo(plain, within(1e-3));
    }

    @Test
    void agreesWithCuttingTheGraphByTryingAllClusterings() {
        for (long seed = 0; seed < 12; seed++) {
            int clusters = seed % 2 == 0 ? 2 : 3;
            SplittableRandom random = new SplittableRandom(seed);
            double[][] weights = NaiveCut.leaning(6, 5, clusters, random);
            assertThat(value(weights, clusters, false))
                    .as("seed %d", seed)
                    .isCloseTo(NaiveCut.of(weights, clusters), withPercentage(1e-4));
            double[][] equal = new double[6][5];
            for (int o = 0; o < 6; o++) {
                double mean = 0;
                for (double weight : weights[o]) {
                    mean += Math.abs(weight) / 5;
                }
                for (int i = 0; i < 5; i++) {
                    equal[o][i] = weights[o][i] / mean;
                }
            }
            assertThat(value(weights, clusters, true))
                    .as("seed %d, equal units", seed)
                    .isCloseTo(NaiveCut.of(equal, clusters), withPercentage(1e-4));
        }
    }

    @Test
    void clustersAreBetterCutThanShuffledWeights() {
        Defined value =
                new MetricEvaluator()
                        .evaluate(
                                ConfiguredMetric.of(
                                        new Clusterability(), new ClusterabilityOptions(4, true)),
                                input(blocks(.3)),
                                BranchKinds.allAlike(),
                                19)
                        .measurements()
                        .get(0)
                        .defined()
                        .orElseThrow();
        assertThat(value.p()).isEqualTo(.05);
        assertThat(value.effect()).isBetween(.1, .9);
    }

    /** Four clusters of 10 units and 8 inputs. */
    private static double[][] blocks(double between) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] weights = new double[40][32];
        for (int o = 0; o < 40; o++) {
            for (int i = 0; i < 32; i++) {
                weights[o][i] = (o / 10 == i / 8 ? 1 : between) * (.5 + random.nextDouble());
            }
        }
        return weights;
    }

    private static double value(double[][] weights, boolean equalUnits) {
        return value(weights, 4, equalUnits);
    }

    private static double value(double[][] weights, int clusters, boolean equalUnits) {
        return new Clusterability()
                .prepare(input(weights), new ClusterabilityOptions(clusters, equalUnits))
                .score(Inputs.branches(weights.length))[0];
    }

    private static MetricInput input(double[][] weights) {
        return Inputs.last(Inputs.layer("conv1", Inputs.branches(weights.length), weights));
    }
}
