package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.random.Seed;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Deeper in a branch a network is compared with untrained copies of itself. */
class ReinitializationTests {

    private static final MetricInput TRAINED = Inputs.of(Inputs.twoBranches(2, 2), 100);

    /** Copies whose number is told by the seed of their input. */
    private record Copies(int count) implements UntrainedCopies {

        @Override
        public MetricInput input(MetricInput trained, int copy) {
            return new MetricInput(trained.recording(), trained.layer(), new Seed(copy));
        }
    }

    @Test
    void pIsAddOneAndTheEffectIsAgainstTheMeanOfTheCopies() {
        // The trained network has 100, copies have 0 to 38, of at most 138.
        Evaluation evaluation = evaluate(2, new Copies(39), input -> number(input));
        Defined value = evaluation.measurements().get(0).defined().orElseThrow();
        assertThat(value.p()).isEqualTo(1 / 40.0);
        assertThat(value.chance())
                .extracting(NullSummary::kind, NullSummary::n, NullSummary::assumesIndependentUnits)
                .containsExactly(NullModel.REINITIALIZATION, 39, false);
        assertThat(value.chance().mean()).isEqualTo(19);
        assertThat(value.effect()).isCloseTo((100 - 19.0) / (138 - 19), within(1e-12));
        assertThat(evaluation.nulls().get(0).model()).isEqualTo(NullModel.REINITIALIZATION);
    }

    @Test
    void tiesWithCopiesCountAgainst() {
        Defined value =
                evaluate(2, new Copies(39), input -> 5)
                        .measurements()
                        .get(0)
                        .defined()
                        .orElseThrow();
        assertThat(value.p()).isEqualTo(1);
    }

    @Test
    void theFirstLayerOfABranchKeepsTheUnitPermutation() {
        Defined value =
                evaluate(1, new Copies(39), input -> number(input))
                        .measurements()
                        .get(0)
                        .defined()
                        .orElseThrow();
        assertThat(value.chance().kind()).isEqualTo(NullModel.UNIT_PERMUTATION);
        assertThat(value.chance().assumesIndependentUnits()).isFalse();
    }

    @Test
    void withoutCopiesADeepPIsMarkedAndCarriesNoClaim() {
        Evaluation evaluation = evaluate(2, UntrainedCopies.NONE, input -> number(input));
        Defined value = evaluation.measurements().get(0).defined().orElseThrow();
        assertThat(value.chance().assumesIndependentUnits()).isTrue();
        assertThat(evaluation.nulls().get(0).assumesIndependentUnits()).isTrue();
    }

    @Test
    void whatDoesNotOccurInACopyCountsAsLeastExtreme() {
        List<Subject> both = List.of(Subject.branch("b1"), Subject.branch("b2"));
        ConfiguredMetric<?> metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER),
                        input ->
                                number(input) == 100
                                        ? FakePrepared.of(both, a -> new double[] {3, 4})
                                        : FakePrepared.of(
                                                both.subList(0, 1), a -> new double[] {3}));
        List<Double> p =
                new MetricEvaluator()
                                .evaluate(
                                        metric,
                                        TRAINED,
                                        context(2, new Copies(39)),
                                        NullBudget.of(99))
                                .measurements()
                                .stream()
                                .map(each -> each.defined().orElseThrow().p())
                                .toList();
        assertThat(p).containsExactly(1.0, 1 / 40.0);
    }

    private static double number(MetricInput input) {
        return input.seed().equals(TRAINED.seed()) ? 100 : copy(input);
    }

    private static double copy(MetricInput input) {
        for (int copy = 0; copy < 39; copy++) {
            if (input.seed().equals(new Seed(copy))) {
                return copy;
            }
        }
        throw new AssertionError("no copy has the seed " + input.seed());
    }

    private static LayerContext context(int depth, UntrainedCopies copies) {
        return new LayerContext(BranchKinds.allAlike(), depth, copies);
    }

    private static Evaluation evaluate(
            int depth, UntrainedCopies copies, ToDoubleFunction<MetricInput> score) {
        ConfiguredMetric<?> metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER),
                        input ->
                                FakePrepared.layer(assignment -> score.applyAsDouble(input))
                                        .withCeiling(138));
        return new MetricEvaluator()
                .evaluate(metric, TRAINED, context(depth, copies), NullBudget.of(99));
    }
}
