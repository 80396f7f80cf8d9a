package dev.ramify.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ScenarioTests {

    private static final Seed SEED = new Seed(5);

    @Test
    void metricsAreTriedOnWhatHasAllTheyNeed() {
        assertThat(Scenario.fitting(needing(Need.BRANCHES))).contains(Scenario.UNITS);
        assertThat(Scenario.fitting(needing(Need.BRANCHES, Need.LABELS)))
                .contains(Scenario.READOUT);
        assertThat(Scenario.fitting(needing(Need.GATES))).contains(Scenario.GATES);
        assertThat(Scenario.fitting(needing(Need.WEIGHTS))).contains(Scenario.MIXING);
        assertThat(Scenario.fitting(needing(Need.WEIGHTS, Need.BRANCHES)))
                .contains(Scenario.FILTERS);
        assertThat(Scenario.fitting(needing(Need.GATES, Need.LESIONS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionCanBeMadeAndIsMadeAlikeFromOneSeed(Scenario scenario) {
        for (Condition condition : scenario.conditions()) {
            MetricInput one = scenario.input(condition, SEED);
            MetricInput again = scenario.input(condition, SEED);
            MetricInput other = scenario.input(condition, new Seed(6));
            assertThat(print(one)).as(condition.label()).isEqualTo(print(again));
            assertThat(print(one)).as(condition.label()).isNotEqualTo(print(other));
            assertThat(one.seed()).isEqualTo(SEED);
        }
    }

    @Test
    void aConditionThatAScenarioDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Scenario.MIXING.input(Control.UNTRAINED, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scenario 'mixing' has no condition 'untrained'");
    }

    @Test
    void fullyPlantedUnitsFollowTheFactorOfTheirBranch() {
        MetricInput input = Scenario.UNITS.input(new Planted(1), SEED);
        Assignment branches = input.layer().assignment();
        for (int unit = 0; unit < branches.units(); unit++) {
            // The factor adds 1, the noise of 512 samples .09 to a difference of means.
            for (int factor = 0; factor < 4; factor++) {
                double expected = branches.branchOf(unit) == factor ? 1 : 0;
                assertThat(difference(input, unit, factor)).isCloseTo(expected, within(.5));
            }
        }
    }

    @Test
    void redundantUnitsFollowEveryFactorEquallyOftenInEveryBranch() {
        MetricInput input = Scenario.UNITS.input(Control.REDUNDANT, SEED);
        for (int branch = 0; branch < 4; branch++) {
            int[] following = new int[4];
            for (int unit : input.layer().assignment().unitsOf(branch)) {
                for (int factor = 0; factor < 4; factor++) {
                    following[factor] += difference(input, unit, factor) > .5 ? 1 : 0;
                }
            }
            assertThat(following).containsExactly(4, 4, 4, 4);
        }
    }

    @Test
    void unitsOfADecoyHaveNoiseInCommonWithinTheirBranchAlone() {
        float[][] columns =
                Scenario.UNITS.input(Control.DECOY, SEED).layer().activations().columns(0, 1, 16);
        // Variances: noise 1, common noise 1, factor .25; units 0 and 1 share the second at least.
        assertThat(covariance(columns[0], columns[1])).isGreaterThan(.7);
        assertThat(covariance(columns[0], columns[2])).isLessThan(.5);
    }

    @Test
    void randomLevelsSayNothingOfUnitsThatFollowTheirBranch() {
        MetricInput input = Scenario.UNITS.input(Control.RANDOM_LABELS, SEED);
        for (int factor = 0; factor < 4; factor++) {
            double sum = 0;
            for (int unit = 0; unit < 16; unit++) {
                sum += difference(input, unit, factor) / 16;
            }
            assertThat(sum).isCloseTo(0, within(.25));
        }
        float[][] columns = input.layer().activations().columns(IntStream.range(0, 16).toArray());
        double shared = 0;
        for (int unit = 1; unit < 16; unit++) {
            shared += covariance(columns[0], columns[unit]) / 15;
        }
        assertThat(shared).isGreaterThan(.05);
    }

    @Test
    void silencingTheBranchOfAClassCostsThatClass() {
        MetricInput input = Scenario.READOUT.input(new Planted(1), SEED);
        boolean[] silenced = new boolean[32];
        int[] intact = input.lesions().orElseThrow().correct(silenced.clone(), Replacement.MEAN);
        for (int unit : input.layer().assignment().unitsOf(2)) {
            silenced[unit] = true;
        }
        int[] lesioned = input.lesions().orElseThrow().correct(silenced, Replacement.MEAN);
        assertThat(lesioned[2]).isLessThan(intact[2] - 8);
        assertThat(lesioned[0]).isGreaterThanOrEqualTo(intact[0] - 2);
    }

    @Test
    void gatesLeanTowardsTheirClassByAlpha() {
        MetricInput input = Scenario.GATES.input(new Planted(.8), SEED);
        INDArray gates = input.layer().gates().orElseThrow();
        int[] labels = input.recording().labels();
        double own = 0;
        double rest = 0;
        for (int sample = 0; sample < labels.length; sample++) {
            for (int branch = 0; branch < 3; branch++) {
                double gate = gates.getDouble(sample, branch);
                own += labels[sample] == branch ? gate / labels.length : 0;
                rest += labels[sample] == branch ? 0 : gate / labels.length / 2;
            }
        }
        assertThat(own - rest).isCloseTo(.8, within(.15));
    }

    @Test
    void mixingUnitsTakeFromOneHalfOfTheInputsByAlpha() {
        INDArray weights =
                Scenario.MIXING.input(new Planted(.5), SEED).layer().weights().orElseThrow();
        double own = 0;
        double other = 0;
        for (int unit = 0; unit < 48; unit++) {
            for (int input = 0; input < 32; input++) {
                double strength = Math.abs(weights.getDouble(unit, input));
                own += unit % 2 == input / 16 ? strength : 0;
                other += unit % 2 == input / 16 ? 0 : strength;
            }
        }
        assertThat(own / other).isCloseTo(3, within(.4));
    }

    @Test
    void fullyPlantedFiltersAreColouredInEverySecondBranch() {
        MetricInput input = Scenario.FILTERS.input(new Planted(1), SEED);
        INDArray filters = input.layer().weights().orElseThrow();
        for (int unit = 0; unit < 64; unit++) {
            double grey = 0;
            double all = 0;
            for (int y = 0; y < 7; y++) {
                for (int x = 0; x < 7; x++) {
                    double sum = 0;
                    for (int channel = 0; channel < 3; channel++) {
                        double weight = filters.getDouble(unit, channel, y, x);
                        sum += weight;
                        all += weight * weight;
                    }
                    grey += sum * sum / 3;
                }
            }
            boolean coloured = input.layer().assignment().branchOf(unit) % 2 == 1;
            assertThat(grey / all < .5).as("unit %d", unit).isEqualTo(coloured);
        }
    }

    private static MetricProfile needing(Need... needs) {
        return new MetricProfile(
                MetricProfile.Kind.INFERENTIAL,
                Set.of(needs),
                MetricProfile.NullModel.UNIT_PERMUTATION,
                MetricProfile.Tail.GREATER,
                "",
                "",
                "");
    }

    private static double difference(MetricInput input, int unit, int factor) {
        float[] values = input.layer().activations().columns(unit)[0];
        int[] levels = input.recording().levels()[factor];
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int sample = 0; sample < values.length; sample++) {
            sums[levels[sample]] += values[sample];
            counts[levels[sample]]++;
        }
        return sums[1] / counts[1] - sums[0] / counts[0];
    }

    private static double covariance(float[] a, float[] b) {
        double sumA = 0;
        double sumB = 0;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
            products += a[i] * b[i];
        }
        return products / a.length - sumA / a.length * sumB / b.length;
    }

    private static String print(MetricInput input) {
        Activations activations = input.layer().activations();
        float[] values = new float[activations.samples() * activations.units()];
        activations.read(0, values);
        return Arrays.toString(values)
                + Arrays.toString(input.recording().labels())
                + Arrays.deepToString(input.recording().levels())
                + input.layer().weights().map(INDArray::toStringFull).orElse("")
                + input.layer().gates().map(INDArray::toStringFull).orElse("");
    }
}
