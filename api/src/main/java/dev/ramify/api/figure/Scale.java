package dev.ramify.api.figure;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * How values become positions along an axis.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Scale {

    /**
     * Equal steps for equal differences.
     *
     * @param from value where the axis begins: left or bottom
     * @param to value where it ends; less than {@code from} turns the axis round
     * @param whole whether only whole numbers get ticks
     */
    record Linear(double from, double to, boolean whole) implements Scale {

        /**
         * @throws IllegalArgumentException if an end is not finite or both are equal
         */
        public Linear {
            checkEnds(from, to);
        }
    }

    /**
     * Equal steps for equal ratios.
     *
     * @param from value where the axis begins: left or bottom; greater than 0
     * @param to value where it ends; greater than 0
     */
    record Log(double from, double to) implements Scale {

        /**
         * @throws IllegalArgumentException if an end is not a positive number or both are equal
         */
        public Log {
            checkEnds(from, to);
            if (from <= 0 || to <= 0) {
                throw new IllegalArgumentException(
                        "a logarithmic scale runs between positive numbers, found %s to %s"
                                .formatted(from, to));
            }
        }
    }

    /**
     * One place per name: band {@code i} has its centre at {@code i} and reaches from {@code i -
     * 0.5} to {@code i + 0.5}.
     *
     * @param names of the bands, from left to right or from top to bottom; at least one
     * @param gapsBefore bands with a gap before them, for groups
     */
    record Bands(List<String> names, Set<Integer> gapsBefore) implements Scale {

        /**
         * @throws IllegalArgumentException if there is no band
         */
        public Bands {
            names = List.copyOf(names);
            gapsBefore = Set.copyOf(gapsBefore);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a band scale needs at least one band");
            }
        }
    }

    /** Create a linear scale. */
    static Scale linear(double from, double to) {
        return new Linear(from, to, false);
    }

    /** Create a linear scale of a count, such as epochs. */
    static Scale whole(double from, double to) {
        return new Linear(from, to, true);
    }

    /** Create a logarithmic scale. */
    static Scale log(double from, double to) {
        return new Log(from, to);
    }

    /** Create bands without gaps. */
    static Scale bands(List<String> names) {
        return new Bands(names, Set.of());
    }

    private static void checkEnds(double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new IllegalArgumentException(
                    "a scale runs between two different finite numbers, found %s to %s"
                            .formatted(from, to));
        }
    }
}
