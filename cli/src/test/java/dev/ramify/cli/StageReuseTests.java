package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.network.NetworkReuse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageReuseTests {

    private static final List<String> BOTH = List.of("cka", "purity");

    @Test
    void everyStageHasALine() {
        NetworkReuse done = new NetworkReuse(true, 0, 2, BOTH, List.of());
        NetworkReuse changed = new NetworkReuse(true, 0, 2, List.of("cka"), List.of("purity"));
        NetworkReuse begun = new NetworkReuse(false, 3, 0, List.of(), BOTH);

        assertThat(StageReuse.of(List.of(done, changed, begun)).lines())
                .containsExactly(
                        "weights: 2 reused, 1 to train, 1 of them begun",
                        "recordings: 4 reused, 2 to record",
                        "measurements, cka: 2 reused, 1 to measure",
                        "measurements, purity: 1 reused, 2 to measure",
                        "comparisons, verdict, figures and report: made each time");
    }

    @Test
    void whatIsAllThereIsSaidShortly() {
        NetworkReuse done = new NetworkReuse(true, 0, 2, BOTH, List.of());

        assertThat(StageReuse.of(List.of(done, done)).lines())
                .startsWith("weights: all 2 reused", "recordings: all 4 reused");
    }
}
