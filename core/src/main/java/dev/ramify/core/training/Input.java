package dev.ramify.core.training;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import java.util.random.RandomGenerator;

/**
 * Prepares images for a network: read, changed at random where asked for, standardized.
 *
 * <p>What is done to an image depends on the seed, the epoch and the image alone. Safe for use by
 * several threads.
 *
 * @param shape of every image
 * @param standardization how values are shifted and scaled
 * @param augmentation random changes
 * @param targets what the network is to tell
 */
public record Input(
        Shape shape, Standardization standardization, Augmentation augmentation, Targets targets) {

    /** Return the same input without random changes. */
    public Input plain() {
        return new Input(shape, standardization, Augmentation.NONE, targets);
    }

    /**
     * Write one image with its targets.
     *
     * @param place where in the batch
     */
    public void read(
            Examples examples, int index, Seed epoch, float[] images, int[] labels, int place) {
        int offset = place * shape.size();
        examples.read(index, images, offset);
        standardization.apply(shape, images, offset);
        if (!augmentation.changesNothing()) {
            augment(epoch.derive("image", index).generator(), images, offset);
        }
        targets.write(examples, index, labels, place * targets.loss().targets());
    }

    private void augment(RandomGenerator random, float[] images, int offset) {
        int crop = augmentation.crop();
        int down = crop == 0 ? 0 : random.nextInt(2 * crop + 1) - crop;
        int right = crop == 0 ? 0 : random.nextInt(2 * crop + 1) - crop;
        boolean mirrored = augmentation.flip() && random.nextBoolean();
        float[] source = new float[shape.area()];
        for (int c = 0; c < shape.channels(); c++) {
            int from = offset + c * shape.area();
            System.arraycopy(images, from, source, 0, source.length);
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    int seen = mirrored ? shape.width() - 1 - column : column;
                    images[from + row * shape.width() + column] =
                            at(source, row + down, seen + right);
                }
            }
        }
    }

    private float at(float[] map, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < shape.height() && column < shape.width();
        return inside ? map[row * shape.width() + column] : 0;
    }
}
