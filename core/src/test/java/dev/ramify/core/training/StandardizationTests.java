package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Shape;
import org.junit.jupiter.api.Test;

final class StandardizationTests {

    private static final Shape SHAPE = new Shape(2, 1, 2);

    @Test
    void meanAndDeviationAreThoseOfEachChannel() {
        FakeExamples examples =
                new FakeExamples(SHAPE, new float[] {1, 2, 10, 10}, new float[] {3, 6, 30, 30});

        Standardization found = Standardization.of(SHAPE, examples);

        // 1, 2, 3, 6: mean 3, squared distances 4 + 1 + 0 + 9.
        assertThat(found.mean()).containsExactly(3, 20);
        assertThat(found.deviation()).containsExactly(Math.sqrt(3.5), 10);
    }

    @Test
    void aChannelThatDoesNotVaryIsOnlyShifted() {
        FakeExamples examples = new FakeExamples(SHAPE, new float[] {5, 5, 0, 1});

        assertThat(Standardization.of(SHAPE, examples).deviation()).containsExactly(1, .5);
    }

    @Test
    void oneImageAmongOthersIsStandardized() {
        float[] images = {9, 9, 9, 9, 1, 3, 10, 30};

        new Standardization(new double[] {3, 20}, new double[] {2, 10}).apply(SHAPE, images, 4);

        assertThat(images).containsExactly(9, 9, 9, 9, -1, 0, -1, 1);
    }
}
