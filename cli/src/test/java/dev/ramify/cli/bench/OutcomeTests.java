package dev.ramify.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.engine.plan.KernelTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    private static final Workload WORKLOAD = Workloads.all().get(0);

    private static Score score(List<Double> seconds) {
        return new Score("", seconds, OptionalLong.empty());
    }

    private static Outcome outcome(List<Double> ours, List<Double> theirs, double limit) {
        double seconds = WORKLOAD.operations() / 50e9;
        return new Outcome(
                WORKLOAD,
                1,
                score(ours),
                theirs.isEmpty() ? Optional.empty() : Optional.of(score(theirs)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                limit,
                List.of(
                        new KernelTime("conv", "", 7, seconds / 4, 3 * seconds / 4),
                        new KernelTime("pool", "", 0, seconds, seconds)));
    }

    @Test
    void theRatioIsTheMedianOfTheRoundsRatios() {
        Outcome outcome = outcome(List.of(1.0, 2.0, 4.0), List.of(3.0, 4.0, 20.0), 1);

        assertThat(outcome.ratio()).hasValue(3);
    }

    @Test
    void thereIsNoRatioWithoutTheOtherSide() {
        assertThat(outcome(List.of(1.0), List.of(), 1).ratio()).isEmpty();
    }

    @Test
    void anEvenNumberOfRoundsHasItsMedianBetweenTwo() {
        assertThat(outcome(List.of(4.0, 1.0, 2.0, 3.0), List.of(), 1).ours().median())
                .isEqualTo(2.5);
    }

    @Test
    void theShareOfProductsLeavesOutWhatHasNoWeights() {
        // 50 GFLOP/s on each of two threads, of 125 on both.
        assertThat(outcome(List.of(1.0), List.of(), 125).productShare(2).getAsDouble())
                .isCloseTo(0.8, Offset.offset(1e-9));
    }
}
