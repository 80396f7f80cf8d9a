package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;

/**
 * Options of {@code gratings}.
 *
 * @param size height and width, in pixels
 * @param train number of training images
 * @param test number of test images
 * @param noise standard deviation of the noise on every value
 * @param amplitude greatest deviation of one grating from middle grey, along its colour axis
 * @param coarse frequency of the coarse gratings, in cycles per pixel
 * @param fine frequency of the fine gratings, in cycles per pixel
 * @param jitter greatest deviation from upright and level, in degrees
 * @param content which gratings there are
 */
public record GratingsOptions(
        @Option(value = "height and width, in pixels", defaultValue = "16", min = 8, max = 128)
                int size,
        @Option(
                        value = "number of training images",
                        defaultValue = "4096",
                        min = 16,
                        max = 1_000_000)
                int train,
        @Option(value = "number of test images", defaultValue = "1024", min = 16, max = 1_000_000)
                int test,
        @Option(
                        value = "standard deviation of the noise on every value, of a range of 1",
                        defaultValue = "0.05",
                        min = 0,
                        max = 1)
                double noise,
        @Option(
                        value =
                                "greatest deviation of one grating from middle grey, along its"
                                        + " colour axis",
                        defaultValue = "0.2",
                        min = 0.01,
                        max = 0.5)
                double amplitude,
        @Option(
                        value = "frequency of the coarse gratings, in cycles per pixel",
                        defaultValue = "0.125",
                        min = 0.02,
                        max = 0.5)
                double coarse,
        @Option(
                        value = "frequency of the fine gratings, in cycles per pixel",
                        defaultValue = "0.28",
                        min = 0.02,
                        max = 0.5)
                double fine,
        @Option(
                        value = "greatest deviation from upright and level, in degrees",
                        defaultValue = "20",
                        min = 0,
                        max = 44)
                double jitter,
        @Option(
                        value =
                                "which gratings there are: brightness and colour, brightness"
                                        + " alone, or four bands of brightness",
                        defaultValue = "colour")
                Content content) {

    /** Nyquist's limit, in cycles per pixel. */
    private static final double HIGHEST = 0.5;

    /** Which gratings images are made of. */
    public enum Content {
        /** A coarse and a fine one of brightness, red-green and blue-yellow: two decisions. */
        COLOUR,
        /** A coarse and a fine one of brightness: no colour, and one decision. */
        GREY,
        /** Two coarse and two fine ones of brightness: no colour, but two decisions again. */
        GREY_BANDS
    }

    public GratingsOptions {
        if (!(coarse < fine)) {
            throw new InvalidOptionException(
                    "fine",
                    "expected a frequency above that of the coarse gratings, %s, found %s"
                            .formatted(coarse, fine));
        }
        if (content == Content.GREY_BANDS && Recipe.highestFrequency(fine) > HIGHEST) {
            throw new InvalidOptionException(
                    "fine",
                    "expected a frequency whose upper band, %s, is at most %s, found %s"
                            .formatted(Recipe.highestFrequency(fine), HIGHEST, fine));
        }
    }
}
