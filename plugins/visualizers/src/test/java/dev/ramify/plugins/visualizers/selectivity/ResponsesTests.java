package dev.ramify.plugins.visualizers.selectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.visualizers.fakes.FakeResponses;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResponsesTests {

    private final SeenLayer seen = FakeResponses.layer(4);
    private final Profiles profiles = Profiles.of(seen.layer());
    private final Responses.Division classes =
            Responses.Division.of(seen.recording(), "class").orElseThrow();

    @Test
    void responsesAreMeansOfGroupsInDeviationsOfTheUnit() {
        Responses responses = Responses.of(profiles, classes);
        int samples = FakeResponses.SAMPLES;
        float[][] columns = seen.layer().activations().columns(7);
        double mean = 0;
        double squares = 0;
        double group = 0;
        for (int n = 0; n < samples; n++) {
            mean += columns[0][n] / samples;
            group += n % 3 == 0 ? columns[0][n] / (samples / 3.0) : 0;
        }
        for (int n = 0; n < samples; n++) {
            squares += Math.pow(columns[0][n] - mean, 2) / samples;
        }
        assertThat(responses.values()[7][0])
                .isCloseTo((group - mean) / Math.sqrt(squares), within(1e-5));
        assertThat(responses.preferred(7)).isZero();
        assertThat(responses.preferred(12)).isEqualTo(1);
    }

    @Test
    void shuffledLabelsKeepTheirNumbersAndLoseThePreference() {
        Responses shuffled = Responses.of(profiles, classes.shuffled(new SplittableRandom(3)));
        assertThat(shuffled.reach()).isLessThan(Responses.of(profiles, classes).reach() / 2);
    }

    @Test
    void contrastIsHowFarTheMeansOfBranchesLieApart() {
        Responses responses =
                new Responses(List.of("a", "b"), new double[][] {{1, 0}, {3, 0}, {0, 2}});
        Assignment branches = Assignment.of(List.of("x", "y"), new int[] {0, 0, 1});
        // Means (2, 0) and (0, 2): every number lies 1 from the mean of its group.
        assertThat(Selectivity.contrast(responses, branches)).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsNoFactorOfTheSamplesDividesNothing() {
        assertThat(Responses.Division.of(seen.recording(), "colour")).isEmpty();
    }
}
