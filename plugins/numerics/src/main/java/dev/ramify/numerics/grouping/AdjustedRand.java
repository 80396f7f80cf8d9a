package dev.ramify.numerics.grouping;

/**
 * Rand's index of two partitions, adjusted for chance (Hubert and Arabie 1985): with {@code S} the
 * pairs of members that both partitions join, {@code (S - E S) / ((S_1 + S_2) / 2 - E S)}, where
 * {@code S_1}, {@code S_2} are the pairs that each of them joins and {@code E S = S_1 S_2 / C(n,
 * 2)}. Sizes are fixed, so that all but {@code S} is computed once.
 */
public final class AdjustedRand {

    private final double expected;
    private final double range;

    /** Take the sizes of the groups of both partitions, which have the same sum. */
    public AdjustedRand(int[] sizes, int[] otherSizes) {
        int total = 0;
        for (int size : sizes) {
            total += size;
        }
        double joined = pairs(sizes);
        double otherJoined = pairs(otherSizes);
        this.expected = total < 2 ? 0 : joined * otherJoined / pairs(new int[] {total});
        this.range = (joined + otherJoined) / 2 - expected;
    }

    /** Compute it from the table of counts, in any order; {@code NaN} where it is not defined. */
    public double of(int[] table) {
        return range > 0 ? (pairs(table) - expected) / range : Double.NaN;
    }

    private static double pairs(int[] counts) {
        double sum = 0;
        for (int count : counts) {
            sum += count * (count - 1.0) / 2;
        }
        return sum;
    }
}
