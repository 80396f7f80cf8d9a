package dev.ramify.plugins.visualizers.fakes;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Filters as trained first layers have them: gratings, colour blobs, noise, and nothing. */
public final class FakeFilters {

    public static final int SIDE = 7;
    private static final int CHANNELS = 3;

    private final float[] values;
    private final RandomGenerator random;

    public FakeFilters(int units, RandomGenerator random) {
        this.values = new float[units * CHANNELS * SIDE * SIDE];
        this.random = random;
    }

    /** A black-and-white grating under a Gaussian window. */
    public FakeFilters grating(int unit, double frequency, double strength) {
        double angle = random.nextDouble() * Math.PI;
        double phase = random.nextDouble() * 2 * Math.PI;
        double tint = 0.12 * (random.nextDouble() - 0.5);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - SIDE / 2;
                double dy = y - SIDE / 2;
                double along = dx * Math.cos(angle) + dy * Math.sin(angle);
                double wave = Math.cos(2 * Math.PI * frequency * along + phase);
                double window = Math.exp(-(dx * dx + dy * dy) / 9);
                for (int c = 0; c < CHANNELS; c++) {
                    add(unit, c, y, x, strength * window * wave * (1 + (c - 1) * tint));
                }
            }
        }
        return this;
    }

    /** A broad blob of one colour against its opponent. */
    public FakeFilters blob(int unit, double strength) {
        double hue = random.nextDouble() * 2 * Math.PI;
        double lean = random.nextDouble() * 2 * Math.PI;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - SIDE / 2;
                double dy = y - SIDE / 2;
                double side = Math.tanh((dx * Math.cos(lean) + dy * Math.sin(lean)) / 2.5);
                for (int c = 0; c < CHANNELS; c++) {
                    add(unit, c, y, x, strength * side * Math.cos(hue + c * 2 * Math.PI / 3));
                }
            }
        }
        return this;
    }

    /** White noise, as before training. */
    public FakeFilters noise(int unit, double strength) {
        for (int i = 0; i < CHANNELS * SIDE * SIDE; i++) {
            values[unit * CHANNELS * SIDE * SIDE + i] += (float) (strength * random.nextGaussian());
        }
        return this;
    }

    public INDArray array() {
        return Nd4j.createFromArray(values.clone())
                .reshape(values.length / (CHANNELS * SIDE * SIDE), CHANNELS, SIDE, SIDE);
    }

    private void add(int unit, int channel, int y, int x, double value) {
        values[((unit * CHANNELS + channel) * SIDE + y) * SIDE + x] += (float) value;
    }
}
