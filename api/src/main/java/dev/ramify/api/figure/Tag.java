package dev.ramify.api.figure;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a mark tells when pointed at.
 *
 * @param tip a few words on this mark alone, lines separated by {@code \n}; empty for none
 * @param unit the unit it shows; null if it shows none
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Tag(String tip, @Nullable UnitId unit) {

    /** Says nothing. */
    public static final Tag NONE = new Tag("", null);

    /** Create from words alone. */
    public static Tag tip(String tip) {
        return new Tag(tip, null);
    }
}
