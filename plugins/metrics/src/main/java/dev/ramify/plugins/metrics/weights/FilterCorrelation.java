package dev.ramify.plugins.metrics.weights;

import dev.ramify.plugins.metrics.filter.FilterTrait;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How closely scores of a layer's inputs follow a trait of the first-layer filters that give them:
 * the greatest size of a rank correlation (Spearman) over the patterns.
 *
 * @param trait name of the trait
 * @param value in [0, 1]; {@code NaN} where there is none
 * @param pattern index of the pattern that has it
 * @param reason why there is no value; empty if there is one
 */
record FilterCorrelation(String trait, double value, int pattern, String reason) {

    private static final int FEWEST = 4;

    private static FilterCorrelation undefined(String trait, String reason) {
        return new FilterCorrelation(trait, Double.NaN, -1, reason);
    }

    /**
     * Find the pattern that follows a trait most closely.
     *
     * @param scores of the inputs {@code [patterns][inputs]}
     * @param connected whether an input has connections; others have no scores
     */
    static FilterCorrelation of(
            String name, FilterTrait trait, double[][] scores, boolean[] connected) {
        if (!trait.whyNone().isEmpty()) {
            return undefined(name, trait.whyNone());
        }
        double[] values = trait.values();
        int[] inputs =
                IntStream.range(0, values.length)
                        .filter(input -> connected[input] && !Double.isNaN(values[input]))
                        .toArray();
        if (inputs.length < FEWEST) {
            return undefined(
                    name,
                    "a correlation with %s needs at least %d filters that have one and are connected, found %d"
                            .formatted(name, FEWEST, inputs.length));
        }
        double[] wanted = at(inputs, values);
        if (IntStream.range(1, wanted.length).allMatch(i -> wanted[i] == wanted[0])) {
            return undefined(
                    name, "all %d filters have the same %s".formatted(wanted.length, name));
        }
        double best = 0;
        int pattern = 0;
        for (int k = 0; k < scores.length; k++) {
            double size =
                    Math.abs(new SpearmansCorrelation().correlation(at(inputs, scores[k]), wanted));
            // Scores that are all alike are no pattern, and have no correlation.
            if (size > best) {
                best = size;
                pattern = k;
            }
        }
        return new FilterCorrelation(name, best, pattern, "");
    }

    private static double[] at(int[] inputs, double[] values) {
        return IntStream.of(inputs).mapToDouble(input -> values[input]).toArray();
    }

    /**
     * Print as {@code vector 3 of conv2's inputs correlates .66 with the colour of conv1's
     * filters}.
     *
     * @param first number of the singular vector that is the first pattern
     */
    String phrase(String layer, String below, int first) {
        return "vector %d of %s's inputs correlates %s with the %s of %s's filters"
                .formatted(first + pattern, layer, Print.twoDecimals(value), trait, below);
    }
}
