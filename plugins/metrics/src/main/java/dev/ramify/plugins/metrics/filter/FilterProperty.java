package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * One property of every filter, ranked.
 *
 * @param name of the property
 * @param values one per unit, {@code NaN} where a filter has none
 * @param ranking of the values
 * @param reason why branches cannot be told apart by it; empty if they can
 */
record FilterProperty(String name, double[] values, RankSeparation ranking, String reason) {

    /** Rank a property, unless fewer than two branches have filters with it. */
    static FilterProperty of(String name, FilterTrait trait, Assignment recorded) {
        return new FilterProperty(
                name,
                trait.values(),
                RankSeparation.of(trait.values()),
                trait.whyNone().isEmpty()
                        ? missingBranch(trait.values(), recorded)
                        : trait.whyNone());
    }

    private static String missingBranch(double[] values, Assignment recorded) {
        StringJoiner missing = new StringJoiner(", ");
        int found = 0;
        for (int b = 0; b < recorded.branches().size(); b++) {
            if (present(values, recorded, b).length == 0) {
                missing.add("'" + recorded.branches().get(b) + "'");
            } else {
                found++;
            }
        }
        return found >= 2 ? "" : "no filter of branch %s has a value".formatted(missing);
    }

    private static double[] present(double[] values, Assignment assignment, int branch) {
        return Arrays.stream(assignment.unitsOf(branch))
                .mapToDouble(unit -> values[unit])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    boolean separable() {
        return reason.isEmpty();
    }

    Subject subject() {
        return Subject.layer().and(Subject.PROPERTY, name);
    }

    /** Print as {@code medians b1 .31, b2 .58}. */
    String medians(Assignment assignment) {
        StringJoiner medians = new StringJoiner(", ", "medians ", "");
        for (int b = 0; b < assignment.branches().size(); b++) {
            double[] sorted = present(values, assignment, b);
            double median =
                    sorted.length == 0
                            ? Double.NaN
                            : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            medians.add(
                    "%s %s"
                            .formatted(
                                    assignment.branches().get(b),
                                    String.format(Locale.ROOT, "%.2f", median)
                                            .replaceFirst("^0\\.", ".")));
        }
        return medians.toString();
    }
}
