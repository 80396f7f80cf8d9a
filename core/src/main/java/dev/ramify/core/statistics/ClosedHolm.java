package dev.ramify.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Holm's method (1979) over questions that have several subjects each.
 *
 * <p>It is the closed test (Marcus, Peritz and Gabriel 1976) whose intersections are tested by
 * Bonferroni over the questions they touch, each by its smallest p within the question. A subject
 * is thus corrected for its question and all others that are not wholly answered; a question leaves
 * the count only when each of its subjects is beyond doubt. With one subject a question it is
 * Holm's method. The family-wise error over all subjects of all questions is kept whatever the
 * dependence.
 */
final class ClosedHolm {

    private ClosedHolm() {}

    /**
     * Correct.
     *
     * @param questions p of the subjects of each question, corrected over the question
     * @return in the same order
     */
    static List<double[]> adjust(List<double[]> questions) {
        // a question as a whole is as certain as its least certain subject
        double[] least =
                questions.stream()
                        .mapToDouble(each -> Arrays.stream(each).max().orElse(0))
                        .toArray();
        List<Integer> order = new ArrayList<>();
        for (int q = 0; q < least.length; q++) {
            order.add(q);
        }
        order.sort(Comparator.comparingDouble((Integer q) -> -least[q]));
        List<double[]> adjusted = new ArrayList<>();
        for (int q = 0; q < least.length; q++) {
            int own = q;
            double[] others =
                    order.stream()
                            .filter(other -> other != own)
                            .mapToDouble(other -> least[other])
                            .toArray();
            adjusted.add(Arrays.stream(questions.get(q)).map(p -> adjust(p, others)).toArray());
        }
        return adjusted;
    }

    /** Take the worst intersection: the subject with the least certain ones of other questions. */
    private static double adjust(double p, double[] othersDescending) {
        double worst = p;
        for (int k = 0; k < othersDescending.length; k++) {
            worst = Math.max(worst, (k + 2) * Math.min(p, othersDescending[k]));
        }
        return Math.min(1, worst);
    }
}
