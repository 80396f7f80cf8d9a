package dev.ramify.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the expected share of false claims among questions that are looked at besides, whatever
 * their dependence (Benjamini and Yekutieli, Annals of Statistics 29, 2001).
 *
 * <p>A question is represented by its smallest p; its other subjects are opened by it and raised by
 * the same factor.
 */
final class BenjaminiYekutieli {

    private BenjaminiYekutieli() {}

    /**
     * Correct.
     *
     * @param questions p of the subjects of each question, corrected over the question
     * @return in the same order
     */
    static List<double[]> adjust(List<double[]> questions) {
        int n = questions.size();
        double[] headline =
                questions.stream()
                        .mapToDouble(each -> Arrays.stream(each).min().orElse(1))
                        .toArray();
        List<Integer> order = new ArrayList<>();
        double harmonic = 0;
        for (int q = 0; q < n; q++) {
            order.add(q);
            harmonic += 1.0 / (q + 1);
        }
        order.sort(Comparator.comparingDouble((Integer q) -> headline[q]));
        double[] corrected = new double[n];
        double least = 1;
        for (int rank = n; rank >= 1; rank--) {
            int q = order.get(rank - 1);
            least = Math.min(least, n * harmonic / rank * headline[q]);
            corrected[q] = least;
        }
        List<double[]> adjusted = new ArrayList<>();
        for (int q = 0; q < n; q++) {
            double factor = headline[q] > 0 ? corrected[q] / headline[q] : 1;
            double floor = corrected[q];
            adjusted.add(
                    Arrays.stream(questions.get(q))
                            .map(p -> Math.min(1, Math.max(floor, p * factor)))
                            .toArray());
        }
        return adjusted;
    }
}
