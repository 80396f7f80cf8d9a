package dev.ramify.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNameTests {

    private static final List<String> NAMES = List.of("kernel", "channels", "weight-decay");

    @Test
    void oneWrongLetterIsNear() {
        assertThat(NearestName.of("kernal", NAMES)).contains("kernel");
    }

    @Test
    void twoSwappedNeighboursAreOneMistake() {
        assertThat(NearestName.of("abdc", List.of("abcd"))).contains("abcd");
    }

    @Test
    void caseAndJoinersDoNotCount() {
        assertThat(NearestName.of("weightDecay", NAMES)).contains("weight-decay");
        assertThat(NearestName.of("WEIGHT_DECAY", NAMES)).contains("weight-decay");
    }

    @Test
    void anotherWordIsNotNear() {
        assertThat(NearestName.of("dropout", NAMES)).isEmpty();
    }

    @Test
    void theNearestWinsAndThenTheAlphabet() {
        assertThat(NearestName.of("branch", List.of("branches", "branch1"))).contains("branch1");
        assertThat(NearestName.of("conv", List.of("conv2", "conv1"))).contains("conv1");
    }

    @Test
    void nothingIsNearToNothing() {
        assertThat(NearestName.of("", NAMES)).isEmpty();
        assertThat(NearestName.of("x".repeat(100_000), NAMES)).isEmpty();
    }
}
