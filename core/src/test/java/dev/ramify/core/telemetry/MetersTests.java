package dev.ramify.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

final class MetersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    @Test
    void aStepCountsItsSamples() {
        meters.step(64);
        meters.step(32);

        assertThat(registry.get("ramify.steps").counter().count()).isEqualTo(2);
        assertThat(registry.get("ramify.samples").counter().count()).isEqualTo(96);
    }

    @Test
    void aStageIsTimedByItsName() {
        assertThat(meters.stage("measure", () -> 42)).isEqualTo(42);

        assertThat(registry.get("ramify.stage").tag("stage", "measure").timer().count())
                .isEqualTo(1);
    }

    @Test
    void activeRunsAreThoseNotClosed() {
        try (Meters.ActiveRun first = meters.runStarted()) {
            assertThat(first).isNotNull();
            assertThat(registry.get("ramify.runs.active").gauge().value()).isEqualTo(1);
        }
        assertThat(registry.get("ramify.runs.active").gauge().value()).isZero();
    }
}
