package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricProfile.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What became of the calibration of one metric.
 *
 * @param metric id of the metric
 * @param kind whether its p values claim to keep their promise
 * @param outcome rates in a scenario, or the reason why there are none
 */
public record Calibration(String metric, Kind kind, Outcome outcome) {

    /** Rates, or none. */
    public sealed interface Outcome permits Rates, Impossible {}

    /**
     * Rates in a scenario.
     *
     * @param scenario where the metric was tried
     * @param permutations most draws under the null in each test
     * @param rates one per condition of the scenario, in its order
     */
    public record Rates(Scenario scenario, int permutations, List<RejectionRate> rates)
            implements Outcome {

        public Rates {
            rates = List.copyOf(rates);
        }

        /** Find the rate under a condition, if the scenario has it. */
        public Optional<RejectionRate> under(Condition condition) {
            return rates.stream().filter(rate -> rate.condition().equals(condition)).findFirst();
        }
    }

    /**
     * No rates.
     *
     * @param reason what was missing
     */
    public record Impossible(String reason) implements Outcome {}
}
