package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationFunctionTests {

    private static Stream<ActivationFunction> functions() {
        return Stream.of(
                new ActivationFunction.Relu(),
                new ActivationFunction.ClippedRelu(0.7),
                new ActivationFunction.LeakyRelu(0.2),
                new ActivationFunction.Sigmoid(),
                new ActivationFunction.HardSigmoid(0.2, 0.5),
                new ActivationFunction.Silu(),
                new ActivationFunction.HardSwish(),
                new ActivationFunction.Tanh());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void derivativesAreThoseOfTheFunction(ActivationFunction function) {
        for (double x = -4.0371; x < 4; x += 0.1713) {
            double slope = (function.value(x + 1e-6) - function.value(x - 1e-6)) / 2e-6;
            assertThat(function.derivative(x)).as("at %s", x).isCloseTo(slope, within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void monotoneFunctionsNeverFall(ActivationFunction function) {
        boolean falls = false;
        for (double x = -5; x < 5; x += 0.1) {
            falls |= function.value(x + 0.1) < function.value(x);
        }
        assertThat(function.isMonotone()).isEqualTo(!falls);
    }

    /** As torch.nn.functional gives. */
    @Test
    void valuesAreThePublishedOnes() {
        assertThat(new ActivationFunction.Silu().value(1)).isCloseTo(0.7310586, within(1e-7));
        assertThat(new ActivationFunction.Sigmoid().value(-2)).isCloseTo(0.1192029, within(1e-7));
        assertThat(new ActivationFunction.HardSwish().value(1)).isCloseTo(0.6666667, within(1e-7));
        assertThat(new ActivationFunction.HardSigmoid(1 / 6.0, 0.5).value(1))
                .isCloseTo(0.6666667, within(1e-7));
        assertThat(new ActivationFunction.ClippedRelu(6).value(7)).isEqualTo(6);
        assertThat(new ActivationFunction.LeakyRelu(0.01).value(-3)).isEqualTo(-0.03);
    }
}
