package dev.ramify.numerics.grouping;

import java.util.Arrays;

/**
 * How many members each pair of groups of two partitions shares.
 *
 * @param table counts, the second partition's groups running fastest
 * @param sizes of the groups of the first partition
 * @param otherSizes of those of the second
 */
record Contingency(int[] table, int[] sizes, int[] otherSizes) {

    /** Count, from the group of every member. */
    public static Contingency of(int[] one, int[] other) {
        int rows = Arrays.stream(one).max().orElseThrow() + 1;
        int columns = Arrays.stream(other).max().orElseThrow() + 1;
        Contingency counts =
                new Contingency(new int[rows * columns], new int[rows], new int[columns]);
        for (int i = 0; i < one.length; i++) {
            counts.table[one[i] * columns + other[i]]++;
            counts.sizes[one[i]]++;
            counts.otherSizes[other[i]]++;
        }
        return counts;
    }
}
