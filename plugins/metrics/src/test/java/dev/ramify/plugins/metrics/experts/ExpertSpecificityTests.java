package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertSpecificityTests {

    private static final ConfiguredMetric<?> SPECIFICITY =
            ConfiguredMetric.of(new ExpertSpecificity(), Routers.ALL);

    @Test
    void anExpertOfOneDomainIsWhollySpecificAndOneOfAllIsNot() {
        MetricInput input =
                Routers.counted(
                        new long[][] {{4, 4, 0}, {4, 0, 4}}, List.of("prose", "code"), 0, 1);
        PreparedMetric prepared = new ExpertSpecificity().prepare(input, Routers.ALL);
        assertThat(prepared.score(input.layer().assignment())).containsExactly(0, 1, 1);
        assertThat(prepared.phrase(1, input.layer().assignment()))
                .isEqualTo("100 % of its use is from prose");
    }

    @Test
    void groupsCountTheSameHoweverLongTheyAre() {
        // Mean shares of the first expert: prose (1 + 1/2) / 2 = 3/4, code 1/4; 1 - H(1/4).
        MetricInput input =
                Routers.counted(
                        new long[][] {{9000, 0}, {1, 1}, {1, 3}},
                        List.of("prose", "code"),
                        0,
                        0,
                        1);
        PreparedMetric prepared = new ExpertSpecificity().prepare(input, Routers.ALL);
        assertThat(prepared.score(input.layer().assignment())[0]).isCloseTo(.188722, within(1e-6));
    }

    @Test
    void anExpertThatWasNeverChosenHasNoValue() {
        List<Measurement> measurements =
                Routers.measure(
                        SPECIFICITY,
                        Routers.counted(
                                new long[][] {{3, 0, 1}, {1, 0, 3}, {2, 0, 2}},
                                List.of("prose", "code"),
                                0,
                                1,
                                1),
                        19);
        assertThat(((Undefined) measurements.get(1).outcome()).reason())
                .isEqualTo("the expert was never chosen");
        assertThat(measurements.get(0).defined()).isPresent();
    }
}
