package dev.ramify.core.recording;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int[] indices = new int[values.size()];
        int next = 0;
        for (String value : values) {
            Integer kind = kinds.putIfAbsent(value, kinds.size());
            indices[next++] = kind == null ? kinds.size() - 1 : kind;
        }
        return new Categories(List.copyOf(kinds.keySet()), indices);
    }
}
