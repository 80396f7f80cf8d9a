package dev.ramify.plugins.metrics;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** How well two partitions agree, slowly and member by member. */
public final class NaivePartitions {

    private NaivePartitions() {}

    /** Count pairs of members that are joined by both, by one, by the other, by none. */
    public static double adjustedRand(int[] one, int[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        double pairs = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean joined = one[i] == one[j];
                boolean otherJoined = other[i] == other[j];
                both += joined && otherJoined ? 1 : 0;
                first += joined ? 1 : 0;
                second += otherJoined ? 1 : 0;
                pairs++;
            }
        }
        double expected = first * second / pairs;
        return (both - expected) / ((first + second) / 2 - expected);
    }

    /** Take the expectation over all tables with these margins, cell by cell. */
    public static double adjustedMutualInformation(int[] one, int[] other) {
        int n = one.length;
        double information = 0;
        double expected = 0;
        double entropies = 0;
        for (int a : IntStream.of(one).distinct().toArray()) {
            int left = (int) IntStream.of(one).filter(group -> group == a).count();
            entropies -= (double) left / n * Math.log((double) left / n);
            for (int b : IntStream.of(other).distinct().toArray()) {
                int right = (int) IntStream.of(other).filter(group -> group == b).count();
                int common =
                        (int)
                                IntStream.range(0, n)
                                        .filter(i -> one[i] == a && other[i] == b)
                                        .count();
                information += term(common, left, right, n);
                for (int k = 1; k <= Math.min(left, right); k++) {
                    BigInteger ways = choose(right, k).multiply(choose(n - right, left - k));
                    double probability = ways.doubleValue() / choose(n, left).doubleValue();
                    expected += probability * term(k, left, right, n);
                }
            }
        }
        for (int b : IntStream.of(other).distinct().toArray()) {
            double share = IntStream.of(other).filter(group -> group == b).count() / (double) n;
            entropies -= share * Math.log(share);
        }
        return (information - expected) / (entropies / 2 - expected);
    }

    private static double term(double common, double left, double right, double n) {
        return common == 0 ? 0 : common / n * Math.log(common * n / (left * right));
    }

    private static BigInteger choose(int n, int k) {
        return k < 0 || k > n
                ? BigInteger.ZERO
                : k == 0
                        ? BigInteger.ONE
                        : choose(n - 1, k - 1)
                                .multiply(BigInteger.valueOf(n))
                                .divide(BigInteger.valueOf(k));
    }
}
