package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.gratings.GratingsOptions.Content;
import java.nio.file.Path;

/** Opens small gratings and takes their images apart. */
final class GratingsFixture {

    static final int SIDE = 32;

    static final int AREA = SIDE * SIDE;

    private GratingsFixture() {}

    static GratingsOptions options(double noise, Content content) {
        return new GratingsOptions(SIDE, 320, 160, noise, 0.2, 0.125, 0.28, 30, content);
    }

    static Dataset open(GratingsOptions options, long seed) {
        return new GratingsProvider()
                .open(options, new DatasetContext(Path.of("unused"), new Seed(seed)));
    }

    static float[] read(Examples examples, int index) {
        float[] image = new float[3 * AREA];
        examples.read(index, image, 0);
        return image;
    }

    static double[] project(float[] image, ColourAxis axis) {
        double[] projected = new double[AREA];
        for (int p = 0; p < AREA; p++) {
            for (int channel = 0; channel < 3; channel++) {
                projected[p] += axis.weight(channel) * (image[channel * AREA + p] - 0.5);
            }
        }
        return projected;
    }

    /** Return the amplitude of a wave of whole cycles by the discrete Fourier transform. */
    static double amplitude(double[] values, int across, int down) {
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double angle = 2 * Math.PI * (across * x + down * y) / SIDE;
                real += values[y * SIDE + x] * Math.cos(angle);
                imaginary += values[y * SIDE + x] * Math.sin(angle);
            }
        }
        return 2 * Math.hypot(real, imaginary) / AREA;
    }
}
