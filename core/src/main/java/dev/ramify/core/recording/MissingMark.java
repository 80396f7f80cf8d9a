package dev.ramify.core.recording;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Numbers that stand among classes for having none: -1 as many write it, -100 as PyTorch's losses
 * ignore it. Where classes are signs (-1, 0 and 1), a -1 is one of them.
 */
final class MissingMark {

    private static final Set<Long> MARKS = Set.of(-1L, -100L, Long.MIN_VALUE);

    private static final Set<Long> SIGNS = Set.of(-1L, 0L, 1L);

    private MissingMark() {}

    /** Find the mark, if one stands among numbers of which no other is negative. */
    static Optional<Long> among(long[] values) {
        Set<Long> negative =
                LongStream.of(values)
                        .filter(value -> value < 0)
                        .boxed()
                        .collect(Collectors.toSet());
        boolean signs =
                LongStream.of(values).allMatch(SIGNS::contains)
                        && LongStream.of(values).anyMatch(value -> value == 1);
        return negative.size() == 1 && MARKS.containsAll(negative) && !signs
                ? negative.stream().findFirst()
                : Optional.empty();
    }

    /** Find the first negative number. */
    static Optional<Long> negative(long[] values) {
        return LongStream.of(values).filter(value -> value < 0).boxed().findFirst();
    }

    /** Say how often a number occurs: {@code 20 values, the first at 5, are -1}. */
    static String count(long[] values, long mark) {
        int[] places = IntStream.range(0, values.length).filter(i -> values[i] == mark).toArray();
        return places.length == 1
                ? "the value at %d is %d".formatted(places[0], mark)
                : "%d values, the first at %d, are %d".formatted(places.length, places[0], mark);
    }
}
