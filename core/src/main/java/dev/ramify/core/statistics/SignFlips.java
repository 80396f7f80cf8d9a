package dev.ramify.core.statistics;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Choices of signs for the seeds of a study: all of them while they are few, else a sample. The
 * first choice leaves every sign as it is. Immutable.
 */
final class SignFlips {

    /** Up to so many seeds all choices of signs are taken. */
    static final int MOST_EXACT = 16;

    private static final int SAMPLED = 1 << MOST_EXACT;

    private final int seeds;

    /** Bit {@code i} tells whether seed {@code i} changes its sign; {@code [choices][words]}. */
    private final long[][] choices;

    private SignFlips(int seeds, long[][] choices) {
        this.seeds = seeds;
        this.choices = choices;
    }

    /**
     * Take all choices, or sample them.
     *
     * @param random asked only where there are more than {@link #MOST_EXACT} seeds
     */
    static SignFlips of(int seeds, RandomGenerator random) {
        if (seeds <= MOST_EXACT) {
            long[][] all = new long[1 << seeds][1];
            for (int choice = 0; choice < all.length; choice++) {
                all[choice][0] = choice;
            }
            return new SignFlips(seeds, all);
        }
        long[][] some = new long[SAMPLED][(seeds + Long.SIZE - 1) / Long.SIZE];
        for (int choice = 1; choice < SAMPLED; choice++) {
            for (int word = 0; word < some[choice].length; word++) {
                some[choice][word] = random.nextLong();
            }
        }
        return new SignFlips(seeds, some);
    }

    int count() {
        return choices.length;
    }

    /** Return the smallest p of a one-sided test. */
    double floor() {
        return 1.0 / choices.length;
    }

    /** Sum values after a choice of signs. */
    double sum(double[] values, int choice) {
        double sum = 0;
        for (int i = 0; i < seeds; i++) {
            sum += flips(choice, i) ? -values[i] : values[i];
        }
        return sum;
    }

    /** Average those values whose sign a choice changes; null where it changes none. */
    @Nullable Double meanOfFlipped(double[] values, int choice) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < seeds; i++) {
            if (flips(choice, i)) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? null : Double.valueOf(sum / count);
    }

    private boolean flips(int choice, int seed) {
        return (choices[choice][seed / Long.SIZE] >>> (seed % Long.SIZE) & 1) == 1;
    }
}
