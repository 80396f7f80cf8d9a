package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * What a colour means. The renderer knows the pixels, for light and dark backgrounds and for print,
 * and keeps neighbours apart under colour-vision deficiency.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Color {

    /**
     * A branch of a network; goes with {@link Glyph#ofBranch}.
     *
     * @param index of the branch in its layer, from 0; from 6 on all are grey
     */
    record Branch(int index) implements Color {

        public Branch {
            checkIndex(index);
        }
    }

    /**
     * A member of any other set: a family of units, a class, a variant.
     *
     * @param index in the set, from 0; from 6 on all are grey
     */
    record Category(int index) implements Color {

        public Category {
            checkIndex(index);
        }
    }

    /** A role. */
    enum Tone implements Color {
        /** Text and lines that carry the message. */
        INK,
        /** Marks without a side: a whole layer, an outline. */
        NEUTRAL,
        /** Grids and frames, barely seen. */
        FAINT,
        /** What chance gives. */
        CHANCE,
        /** More than expected. */
        POSITIVE,
        /** Less than expected. */
        NEGATIVE,
        /** The background. */
        SURFACE
    }

    /**
     * A number on a colour ramp.
     *
     * @param ramp the ramp
     * @param value the number; outside the ramp it gets the colour of the nearer end
     */
    record Value(Ramp ramp, double value) implements Color {}

    private static void checkIndex(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("an index counts from 0, found " + index);
        }
    }
}
