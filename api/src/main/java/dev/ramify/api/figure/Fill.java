package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * How an area is filled.
 *
 * @param color its colour
 * @param opacity from 0 to 1
 * @param hatched whether it is drawn as diagonal lines, for what is missing or dead
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Fill(Color color, double opacity, boolean hatched) {

    /** Create an opaque fill. */
    public static Fill solid(Color color) {
        return new Fill(color, 1, false);
    }

    /** Create a translucent fill. */
    public static Fill faded(Color color, double opacity) {
        return new Fill(color, opacity, false);
    }

    /** Create a hatching. */
    public static Fill hatched(Color color) {
        return new Fill(color, 1, true);
    }
}
