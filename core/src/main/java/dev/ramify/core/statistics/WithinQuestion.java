package dev.ramify.core.statistics;

import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.TrainingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the subjects of one question, a metric in a layer, over each other.
 *
 * <p>The layer as a whole is the headline, tested as it is; other subjects are corrected among
 * themselves and are never more certain than the headline, which opens them. Without such a
 * headline all subjects are corrected together, and the smallest p is the headline's.
 */
final class WithinQuestion {

    private WithinQuestion() {}

    /**
     * Correct p of these networks against chance: by each subject's own corrected p where there is
     * one network, by Bonferroni's bound over subjects where there are several.
     *
     * @param whole whether a subject is the layer as a whole
     * @param own the corrected p of the only network; {@code NaN} where there are several
     */
    static List<@Nullable ChanceTest> chance(
            List<Boolean> whole, List<@Nullable ChanceTest> tests, List<Double> own) {
        double headline = 0;
        int parts = 0;
        for (int i = 0; i < tests.size(); i++) {
            ChanceTest test = tests.get(i);
            if (test != null && whole.get(i)) {
                headline = test.p();
            } else if (test != null) {
                parts++;
            }
        }
        List<@Nullable ChanceTest> adjusted = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            ChanceTest test = tests.get(i);
            if (test == null || whole.get(i)) {
                adjusted.add(test == null ? null : test.withAdjusted(test.p()));
                continue;
            }
            double p = own.get(i).isNaN() ? Math.min(1, parts * test.p()) : own.get(i);
            adjusted.add(test.withAdjusted(Math.max(headline, p)));
        }
        return adjusted;
    }

    /**
     * Correct p of training by the greatest standardized gain under each choice of signs.
     *
     * @param gains of each subject, {@code [subjects][seeds]}
     * @param flips the test, with one choice of signs for all subjects
     */
    static List<@Nullable TrainingTest> training(
            List<Boolean> whole,
            List<@Nullable TrainingTest> tests,
            List<double[]> gains,
            SignFlipTest flips) {
        double headline = 0;
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            TrainingTest test = tests.get(i);
            if (test != null && whole.get(i)) {
                headline = test.p();
            } else if (test != null) {
                parts.add(i);
            }
        }
        double[] corrected =
                parts.isEmpty()
                        ? new double[0]
                        : flips.adjusted(parts.stream().map(gains::get).toList());
        List<@Nullable TrainingTest> adjusted = new ArrayList<>(tests);
        for (int i = 0; i < tests.size(); i++) {
            TrainingTest test = tests.get(i);
            if (test != null && whole.get(i)) {
                adjusted.set(i, test.withAdjusted(test.p()));
            }
        }
        for (int k = 0; k < corrected.length; k++) {
            TrainingTest test = Objects.requireNonNull(tests.get(parts.get(k)));
            adjusted.set(
                    parts.get(k),
                    test.withAdjusted(Math.max(headline, Math.max(test.p(), corrected[k]))));
        }
        return adjusted;
    }
}
