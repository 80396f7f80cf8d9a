package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * The shape of a point, which tells branches apart where colour cannot.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Glyph {
    CIRCLE,
    TRIANGLE,
    SQUARE,
    DIAMOND,
    CROSS,
    PLUS;

    /** Return the shape that goes with the colour of a branch or category. */
    public static Glyph ofBranch(int index) {
        return values()[index % values().length];
    }
}
