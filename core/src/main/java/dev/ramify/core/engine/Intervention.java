package dev.ramify.core.engine;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.TapBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What some units of a layer give instead of what they would.
 *
 * <p>Units are numbered within the layer. Maps are {@code [height, width]}, row by row.
 */
public sealed interface Intervention {

    /** Return the numbers of the units. */
    int[] units();

    /**
     * Change one unit in one sample.
     *
     * @param sample its place in the batch
     * @param unit its number
     * @param values where its map lies
     * @param from first value of the map
     * @param area number of values of the map
     */
    void apply(int sample, int unit, float[] values, int from, int area);

    /** Units are silent: they give zeros. */
    record Silence(int... units) implements Intervention {

        @Override
        public void apply(int sample, int unit, float[] values, int from, int area) {
            Arrays.fill(values, from, from + area, 0);
        }
    }

    /**
     * Units give the same in every sample, such as their means over a data set.
     *
     * @param maps of all units of the layer, {@code [units, height, width]}
     */
    record Freeze(float[] maps, int... units) implements Intervention {

        @Override
        public void apply(int sample, int unit, float[] values, int from, int area) {
            System.arraycopy(maps, unit * area, values, from, area);
        }
    }

    /**
     * Gaussian noise is added to what units give; every sample and unit has numbers of its own,
     * whatever the lanes and the other units.
     *
     * @param deviation standard deviation, at least 0
     * @param seed of the noise of a batch
     */
    record Noise(double deviation, Seed seed, int... units) implements Intervention {

        @Override
        public void apply(int sample, int unit, float[] values, int from, int area) {
            RandomGenerator random = seed.derive("sample", sample).derive("unit", unit).generator();
            for (int i = from; i < from + area; i++) {
                values[i] += (float) (deviation * random.nextGaussian());
            }
        }
    }

    /**
     * Units give what they gave in other samples.
     *
     * @param maps of all units of the layer in as many samples as there are in a batch, {@code
     *     [samples, units, height, width]}
     * @param layerUnits number of units of the layer
     */
    record Patch(float[] maps, int layerUnits, int... units) implements Intervention {

        @Override
        public void apply(int sample, int unit, float[] values, int from, int area) {
            System.arraycopy(maps, (sample * layerUnits + unit) * area, values, from, area);
        }
    }

    /** Return the change of the value in which the units of a site lie. */
    default TapBuffer.Change at(Site site) {
        int size = site.value().shape().size();
        int area = site.value().shape().area();
        return (values, first, samples) -> {
            for (int sample = first; sample < first + samples; sample++) {
                for (int unit : units()) {
                    int from = sample * size + (site.from() + unit) * area;
                    apply(sample, unit, values, from, area);
                }
            }
        };
    }
}
