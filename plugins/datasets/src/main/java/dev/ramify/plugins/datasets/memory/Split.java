package dev.ramify.plugins.datasets.memory;

import dev.ramify.api.data.DataException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.random.Seed;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Images to train on and to test on, with no image in both.
 *
 * @param train what is trained on
 * @param test what is tested on
 */
public record Split(ByteImages train, ByteImages test) {

    /** Hold out a fraction of every class of one set of images for tests. */
    public static Split of(ByteImages images, int classes, double fraction, Seed seed) {
        int[] held = Choice.stratified(images.labels(), classes, fraction, seed.derive("hold-out"));
        return new Split(images.select(Choice.others(images.size(), held)), images.select(held));
    }

    /**
     * Test on a fraction of the training images instead, to tune without a look at the test images.
     *
     * @param fraction in [0, 1); nothing changes where it is 0
     */
    public Split withValidation(double fraction, int classes, Seed seed) {
        return fraction > 0 ? of(train, classes, fraction, seed) : this;
    }

    /**
     * Keep some images, chosen evenly over the classes.
     *
     * @param trainCount how many to train on; 0 keeps all
     * @param testCount how many to test on; 0 keeps all
     * @throws InvalidOptionException if there are not so many, naming {@code train} or {@code test}
     */
    public Split limited(int trainCount, int testCount, int classes, Seed seed) {
        return new Split(
                limit(train, trainCount, classes, seed.derive("train"), "train"),
                limit(test, testCount, classes, seed.derive("test"), "test"));
    }

    /**
     * Require that there is something to test on.
     *
     * @param where the data
     * @throws DataException if there is not
     */
    public void requireTest(Path where) {
        if (test.size() == 0) {
            throw new DataException(
                    where.toString(),
                    "a class with one image leaves none to test on, and all %d classes have one"
                            .formatted(train.size()),
                    "add images, or a folder or file of images to test on");
        }
    }

    /** Return the same images with other values. */
    public Split map(UnaryOperator<byte[]> change) {
        return new Split(train.map(change), test.map(change));
    }

    private static ByteImages limit(
            ByteImages images, int count, int classes, Seed seed, String option) {
        if (count < 0 || count > images.size()) {
            throw new InvalidOptionException(
                    option,
                    "expected 0 (all images) or a number up to %d, the images there are, found %d"
                            .formatted(images.size(), count));
        }
        return count == 0
                ? images
                : images.select(Choice.balanced(images.labels(), classes, count, seed));
    }
}
