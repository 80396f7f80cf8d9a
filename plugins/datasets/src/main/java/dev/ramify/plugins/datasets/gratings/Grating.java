package dev.ramify.plugins.datasets.gratings;

import java.util.random.RandomGenerator;

/**
 * A sine wave across an image, {@code sin(2 pi f (x cos a + y sin a) + p)}, at an angle near 0
 * (upright stripes) or 90 degrees (level stripes) and at any phase.
 *
 * @param frequency {@code f}, in cycles per pixel
 * @param angle {@code a}, in radians
 * @param phase {@code p}, in radians
 */
record Grating(double frequency, double angle, double phase) {

    /**
     * Draw angle and phase.
     *
     * @param level whether the stripes are level, rather than upright
     * @param jitter greatest deviation of the angle, in degrees
     */
    static Grating draw(double frequency, boolean level, double jitter, RandomGenerator random) {
        double deviation = StrictMath.toRadians(jitter * (2 * Uniform.next(random) - 1));
        double phase = 2 * Math.PI * Uniform.next(random);
        return new Grating(frequency, (level ? Math.PI / 2 : 0) + deviation, phase);
    }

    /** Return the wave at the pixels of a square, row by row. */
    double[] values(int size) {
        double across = 2 * Math.PI * frequency * StrictMath.cos(angle);
        double down = 2 * Math.PI * frequency * StrictMath.sin(angle);
        double[] sines = new double[size];
        double[] cosines = new double[size];
        for (int x = 0; x < size; x++) {
            sines[x] = StrictMath.sin(across * x + phase);
            cosines[x] = StrictMath.cos(across * x + phase);
        }
        double[] values = new double[size * size];
        for (int y = 0; y < size; y++) {
            double sine = StrictMath.sin(down * y);
            double cosine = StrictMath.cos(down * y);
            for (int x = 0; x < size; x++) {
                values[y * size + x] = sines[x] * cosine + cosines[x] * sine;
            }
        }
        return values;
    }
}
