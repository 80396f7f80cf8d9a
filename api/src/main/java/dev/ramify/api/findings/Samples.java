package dev.ramify.api.findings;

import dev.ramify.api.figure.Picture;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The samples that were recorded: row {@code i} of every recording is sample {@code i}. Safe for
 * use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Samples {

    /** Nothing is known of the samples. */
    Samples UNKNOWN =
            new Samples() {
                @Override
                public int count() {
                    return 0;
                }

                @Override
                public Sample get(int index) {
                    throw new IndexOutOfBoundsException(
                            "nothing is known of the samples, and sample %d was asked for"
                                    .formatted(index));
                }

                @Override
                public Optional<Picture> thumbnail(int index) {
                    return Optional.empty();
                }
            };

    /** Return how many there are; 0 where nothing is known of them. */
    int count();

    /**
     * Return one.
     *
     * @param index row in the recordings, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    Sample get(int index);

    /** Draw a sample as it was given to the networks, where it is an image and at hand. */
    Optional<Picture> thumbnail(int index);

    /**
     * One sample.
     *
     * @param index row in the recordings, from 0
     * @param id names it in its dataset, the same in every run: {@code test/17}
     */
    record Sample(int index, String id) {}
}
