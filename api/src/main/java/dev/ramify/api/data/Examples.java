package dev.ramify.api.data;

import org.apiguardian.api.API;

/**
 * Labelled images that can be read in any order. Safe for use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Examples {

    /** Return the number of images, at least 1. */
    int size();

    /** Return the class of an image, an index into the dataset's classes. */
    int label(int index);

    /** Return the level of an image in a factor, an index into the factor's levels. */
    int level(int index, int factor);

    /**
     * Write an image's values, each in [0, 1], channel by channel, row by row.
     *
     * @param into receives {@code shape.size()} values
     * @param offset where the first goes
     */
    void read(int index, float[] into, int offset);
}
