package dev.ramify.core.engine.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LossTests {

    static List<Loss> losses() {
        return List.of(new SoftmaxCrossEntropy(4), new FactorCrossEntropy(List.of(2, 3)));
    }

    /** Logits are few whole numbers, so that many are equal. */
    @ParameterizedTest
    @MethodSource("losses")
    void aSampleIsRightWhereAllItsDecisionsAre(Loss loss) {
        SplittableRandom random = new SplittableRandom(1);
        int samples = 200;
        float[] logits = new float[samples * loss.outputs()];
        int[] targets = new int[samples * loss.targets()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = random.nextInt(3);
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = random.nextInt(2);
        }
        float[] gradients = new float[logits.length];
        int right = 0;
        for (int i = 0; i < samples; i++) {
            boolean expected = loss.evaluate(logits, targets, i, 1, 1, gradients).correct() == 1;
            assertThat(loss.isCorrect(logits, i, targets, i))
                    .as("sample %d", i)
                    .isEqualTo(expected);
            right += expected ? 1 : 0;
        }
        assertThat(right).isBetween(10, 190);
    }
}
