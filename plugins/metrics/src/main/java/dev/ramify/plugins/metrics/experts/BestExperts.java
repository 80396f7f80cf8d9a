package dev.ramify.plugins.metrics.experts;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The experts that each domain uses most.
 *
 * @param sets {@code [domains][experts]}: whether an expert is among them
 */
record BestExperts(boolean[][] sets) {

    /** Choose for each domain the given part of all experts, at least one; of equals the first. */
    static BestExperts of(double[][] shares, double part) {
        boolean[][] sets = new boolean[shares.length][];
        Arrays.setAll(sets, domain -> best(shares[domain], part));
        return new BestExperts(sets);
    }

    static boolean[] best(double[] shares, double part) {
        int size = (int) Math.max(1, Math.round(part * shares.length));
        Integer[] order = new Integer[shares.length];
        Arrays.setAll(order, expert -> expert);
        Arrays.sort(order, Comparator.comparingDouble(expert -> -shares[expert]));
        boolean[] set = new boolean[shares.length];
        for (int i = 0; i < size; i++) {
            set[order[i]] = true;
        }
        return set;
    }

    /** Return what part of the choices of a domain goes to its own set, on average. */
    double own(double[][] shares) {
        double sum = 0;
        for (int domain = 0; domain < sets.length; domain++) {
            sum += coverage(sets[domain], shares[domain]);
        }
        return sum / sets.length;
    }

    /** Return what part of the choices of a domain goes to the set of another one, on average. */
    double others(double[][] shares) {
        double sum = 0;
        for (int domain = 0; domain < sets.length; domain++) {
            for (int other = 0; other < sets.length; other++) {
                sum += domain == other ? 0 : coverage(sets[other], shares[domain]);
            }
        }
        return sum / (sets.length * (sets.length - 1.));
    }

    static double coverage(boolean[] set, double[] shares) {
        double sum = 0;
        for (int expert = 0; expert < set.length; expert++) {
            sum += set[expert] ? shares[expert] : 0;
        }
        return sum;
    }
}
