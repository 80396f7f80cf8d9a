package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FiniteCheckTests {

    private static final Tally FINE = new Tally(2.5, 3, 4);

    @Test
    void finiteNumbersPass() {
        assertThatCode(() -> FiniteCheck.afterEpoch(1, weights(Float.MAX_VALUE), FINE))
                .doesNotThrowAnyException();
    }

    @Test
    void aParameterThatIsNotFiniteNamesItsLayer() {
        NotFiniteException stopped =
                catchThrowableOfType(
                        NotFiniteException.class,
                        () -> FiniteCheck.afterEpoch(4, weights(Float.NaN), FINE));

        assertThat(stopped.layer()).isEqualTo("columns/b1/conv1");
        assertThat(stopped)
                .hasMessageStartingWith(
                        "the parameters of layer 'columns/b1/conv1' (weight) were not finite numbers after epoch 4");
    }

    @Test
    void aTestLossThatIsNotFiniteNamesTheEpoch() {
        Tally tally = new Tally(Double.POSITIVE_INFINITY, 3, 4);

        NotFiniteException stopped =
                catchThrowableOfType(
                        NotFiniteException.class,
                        () -> FiniteCheck.afterEpoch(4, weights(1), tally));

        assertThat(stopped.epoch()).isEqualTo(4);
        assertThat(stopped).hasMessageContaining("test images");
    }

    private static Map<String, Named> weights(float last) {
        return Map.of(
                "columns/b1/conv1:weight", new Named(Dimensions.of(2), new float[] {1, last}));
    }
}
