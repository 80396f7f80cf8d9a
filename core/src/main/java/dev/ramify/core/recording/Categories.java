package dev.ramify.core.recording;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Things that are one of several kinds.
 *
 * @param names of the kinds
 * @param indices for each thing the index of its kind
 */
record Categories(List<String> names, int[] indices) {

    /** Take every number that occurs as a kind, in ascending order. */
    static Categories of(long[] values, String prefix) {
        long[] kinds = LongStream.of(values).sorted().distinct().toArray();
        return new Categories(
                LongStream.of(kinds).mapToObj(kind -> prefix + kind).toList(),
                LongStream.of(values)
                        .mapToInt(value -> Arrays.binarySearch(kinds, value))
                        .toArray());
    }

    /** Take every text that occurs as a kind, in the order of their first use. */
    static Categories of(List<String> values) {
        List<String> kinds = values.stream().distinct().toList();
        return new Categories(kinds, values.stream().mapToInt(kinds::indexOf).toArray());
    }
}
