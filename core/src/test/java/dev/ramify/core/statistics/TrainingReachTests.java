package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.findings.Verdict.Reach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingReachTests {

    /** 1/32 is below .05, 1/16 is not; two questions take one seed more, ten take eight in all. */
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 6", "3, 6", "4, 7", "6, 7", "10, 8", "12, 8", "13, 9"})
    void questionsTakeSeeds(int questions, int seeds) {
        assertThat(TrainingReach.of(questions, seeds))
                .isEqualTo(new Reach(questions, seeds, seeds));
        assertThat(TrainingReach.of(questions, seeds).isTooFew()).isFalse();
        assertThat(TrainingReach.of(questions, seeds - 1).isTooFew()).isTrue();
    }
}
