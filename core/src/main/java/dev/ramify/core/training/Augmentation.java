package dev.ramify.core.training;

/**
 * Random changes of images while training.
 *
 * @param crop images are shifted by up to this many pixels in each direction, the rest being filled
 *     with the mean
 * @param flip whether half of the images are mirrored left to right
 */
public record Augmentation(int crop, boolean flip) {

    /** Images as they are. */
    public static final Augmentation NONE = new Augmentation(0, false);

    boolean changesNothing() {
        return crop == 0 && !flip;
    }
}
