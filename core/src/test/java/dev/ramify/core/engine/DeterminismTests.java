package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.engine.kernels.Kernels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bits. */
class DeterminismTests {

    private static final int STEPS = 200;

    private static Kernels kernels;
    private static int hash;

    @BeforeAll
    static void trainOnce() {
        kernels = KernelSelection.choose();
        hash = hashAfter(1, STEPS);
    }

    private static int hashAfter(int threads, int steps) {
        try (SmallTraining training = new SmallTraining(kernels, threads)) {
            training.train(steps);
            return training.hash();
        }
    }

    @Test
    void trainingAgainGivesTheSameParameters() {
        assertThat(hashAfter(1, STEPS)).isEqualTo(hash);
    }

    @Test
    void twoThreadsGiveTheSameParametersAsOne() {
        assertThat(hashAfter(2, STEPS)).isEqualTo(hash);
    }

    @Test
    void threadsThatShareTheUnitsOfDenseLayersGiveTheSameParametersAsOne() {
        assertThat(denseHashAfter(2)).isEqualTo(denseHashAfter(1));
    }

    private static int denseHashAfter(int threads) {
        try (SmallTraining training = new SmallTraining(kernels, threads, SmallTraining.DENSE)) {
            training.train(STEPS);
            return training.hash();
        }
    }

    @Test
    void anotherProcessGivesTheSameParameters() throws Exception {
        String output = OtherProcess.plain().train(2, STEPS);

        assertThat(OtherProcess.value(output, "hash")).isEqualTo(String.valueOf(hash));
    }

    @Test
    void moreStepsGiveOtherParameters() {
        assertThat(hashAfter(1, STEPS + 1)).isNotEqualTo(hash);
    }
}
