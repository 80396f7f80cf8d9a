package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Joins subjects that differ only in which of several branches built alike they name: what remains
 * is the most extreme of them, in the value and in every draw of the null.
 *
 * @param kinds which branches are alike
 * @param branches the branches of the layer, in order
 */
record AlikeBranches(BranchKinds kinds, List<String> branches) {

    List<NullDraws> join(List<NullDraws> named) {
        Map<Subject, List<NullDraws>> groups = new LinkedHashMap<>();
        for (NullDraws each : named) {
            groups.computeIfAbsent(joined(each.subject()), key -> new ArrayList<>()).add(each);
        }
        List<NullDraws> joined = new ArrayList<>();
        groups.forEach((subject, group) -> joined.add(extreme(subject, group)));
        return joined;
    }

    private Subject joined(Subject subject) {
        Map<String, String> parts = new LinkedHashMap<>(subject.parts());
        parts.computeIfPresent(Subject.BRANCH, (key, branch) -> label(branch));
        parts.computeIfPresent(Subject.OTHER, (key, branch) -> label(branch));
        return new Subject(parts);
    }

    private String label(String branch) {
        List<String> like = kinds.like(branch, branches);
        if (like.size() < 2) {
            return branch;
        }
        return "one of "
                + (like.size() <= 4
                        ? String.join(", ", like)
                        : like.get(0) + " ... " + like.get(like.size() - 1));
    }

    private static NullDraws extreme(Subject subject, List<NullDraws> group) {
        NullDraws first = group.get(0);
        if (group.size() == 1 && first.subject().equals(subject)) {
            return first;
        }
        List<NullComparison> comparisons = group.stream().map(NullDraws::comparison).toList();
        double[] draws = new double[first.draws().length];
        double[] values = new double[group.size()];
        for (int r = 0; r < draws.length; r++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = group.get(i).draws()[r];
            }
            draws[r] = extreme(values, first.tail(), comparisons);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = group.get(i).value();
        }
        return new NullDraws(
                first.metric(),
                first.layer(),
                subject,
                first.tail() == Tail.LESS ? Tail.LESS : Tail.GREATER,
                extreme(values, first.tail(), comparisons),
                ceiling(group),
                group.stream()
                        .map(NullDraws::pAdjusted)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                first.model(),
                first.assumesIndependentUnits(),
                draws);
    }

    /** Return the greatest or smallest value, or the greatest distance from the null mean. */
    private static double extreme(double[] values, Tail tail, List<NullComparison> comparisons) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                return Double.NaN;
            }
            extreme = Math.max(extreme, comparisons.get(i).extremity(values[i]));
        }
        return tail == Tail.LESS ? -extreme : extreme;
    }

    private static @Nullable Double ceiling(List<NullDraws> group) {
        Tail tail = group.get(0).tail();
        if (tail == Tail.TWO_SIDED || group.stream().anyMatch(each -> each.ceiling() == null)) {
            return null;
        }
        var ceilings =
                group.stream()
                        .map(NullDraws::ceiling)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue);
        OptionalDouble bound = tail == Tail.LESS ? ceilings.min() : ceilings.max();
        return bound.getAsDouble();
    }
}
