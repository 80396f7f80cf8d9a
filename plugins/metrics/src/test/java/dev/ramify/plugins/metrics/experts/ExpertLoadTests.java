package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertLoadTests {

    @Test
    void publishedValuesOfAnUnevenLoadAreMet() {
        MetricInput input = Routers.counted(new long[][] {{7, 1, 1, 1}}, List.of());
        PreparedMetric load = new ExpertLoad().prepare(input, Routers.ALL);
        assertThat(Routers.value(load, input)).isCloseTo(.6403, within(5e-5));
        assertThat(Routers.property(load, "max-violation")).isCloseTo(1.8, within(1e-12));
        assertThat(Routers.property(load, "cv2")).isCloseTo(1.08, within(1e-12));
        assertThat(Routers.property(load, "dead")).isZero();
        assertThat(load.phrase(0, input.layer().assignment()))
                .isEqualTo("e0 has 70 % of the load of 4 experts");
    }

    @Test
    void anEvenLoadIsWhole() {
        MetricInput input = Routers.counted(new long[][] {{2, 3}, {3, 2}}, List.of());
        PreparedMetric load = new ExpertLoad().prepare(input, Routers.ALL);
        assertThat(Routers.value(load, input)).isCloseTo(1, within(1e-12));
        assertThat(Routers.property(load, "max-violation")).isZero();
    }

    @Test
    void expertsThatWereNeverChosenAreDead() {
        MetricInput input =
                Routers.chosen(new int[] {0, 1, 0, 1}, 2, 8, new int[] {0, 0}, new int[] {0});
        PreparedMetric load = new ExpertLoad().prepare(input, Routers.ALL);
        assertThat(Routers.value(load, input)).isCloseTo(.25, within(1e-12));
        assertThat(Routers.property(load, "dead")).isEqualTo(.75);
    }
}
