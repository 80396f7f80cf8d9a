package dev.ramify.core.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ObjectiveTests {

    private static final double STEP = 1e-2;

    /** Two layers of units with maps, that lie in one value; values are set by hand. */
    private static final class Batch implements Activations {

        private final int samples;
        private final Map<String, Site> sites = new HashMap<>();
        private final float[] values;
        private final float[] gradients;

        Batch(int samples, Shape shape, Map<String, Integer> units) {
            this.samples = samples;
            Value value = new Value(0, "value", shape);
            int from = 0;
            for (String path : units.keySet().stream().sorted().toList()) {
                sites.put(path, new Site(path, value, from, units.get(path)));
                from += units.get(path);
            }
            values = new float[samples * shape.size()];
            gradients = new float[values.length];
        }

        @Override
        public int samples() {
            return samples;
        }

        @Override
        public Activation of(String path) {
            return new Activation(
                    Site.of(List.copyOf(sites.values()), path), samples, values, gradients);
        }
    }

    private static Batch random() {
        Batch batch = new Batch(5, new Shape(5, 1, 2), Map.of("a", 2, "b", 3));
        RandomGenerator random = new java.util.SplittableRandom(1);
        for (int i = 0; i < batch.values.length; i++) {
            batch.values[i] = (float) random.nextGaussian();
        }
        return batch;
    }

    /** Half the sum of squared covariances: units (0, 2, 4) and (1, 1, 4) have covariance 2. */
    @Test
    void crossCovarianceIsHalfTheSumOfSquares() {
        Batch batch = new Batch(3, Shape.flat(2), Map.of("a", 1, "b", 1));
        System.arraycopy(new float[] {0, 1, 2, 1, 4, 4}, 0, batch.values, 0, 6);

        double value = new CrossCovariance(List.of("a", "b")).evaluate(batch, 1);

        assertThat(value).isCloseTo(2, within(1e-12));
        // cov b_j / n: 2 (1 - 2) / 3 and so on
        assertThat(batch.gradients[0]).isCloseTo(-2f / 3, within(1e-6f));
        assertThat(batch.gradients[4]).isCloseTo(4f / 3, within(1e-6f));
    }

    @Test
    void gradientsOfCrossCovarianceAreThoseOfFiniteDifferences() {
        agrees(new CrossCovariance(List.of("a", "b")));
    }

    @Test
    void sumsAndMultiplesHaveTheSumsAndMultiplesOfGradients() {
        agrees(
                Objectives.unit("a", 1)
                        .times(-3)
                        .plus(new CrossCovariance(List.of("a", "b")).times(2))
                        .times(0.5));
    }

    private static void agrees(Objective objective) {
        Batch batch = random();
        objective.evaluate(batch, 1);
        float[] gradients = batch.gradients.clone();
        for (int i = 0; i < gradients.length; i++) {
            float old = batch.values[i];
            batch.values[i] = old + (float) STEP;
            double above = objective.evaluate(batch, 0);
            batch.values[i] = old - (float) STEP;
            double below = objective.evaluate(batch, 0);
            batch.values[i] = old;
            assertThat((double) gradients[i])
                    .as("gradient with respect to value %d", i)
                    .isCloseTo((above - below) / (2 * STEP), within(2e-4));
        }
    }

    @Test
    void aLayerWithoutATapIsNamedWithThoseThatHaveOne() {
        assertThatThrownBy(() -> Objectives.unit("c", 0).evaluate(random(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'c'")
                .hasMessageContaining("a")
                .hasMessageContaining("b");
    }
}
