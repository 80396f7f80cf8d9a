package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts units by family and branch, over the units that have a family. Its margins are the same
 * under every assignment that a prepared metric is given.
 */
final class FamilyCounts {

    private final Families families;
    private final int[] units;
    private final int branches;
    private final int[] ofFamily;
    private final int[] ofBranch;

    private FamilyCounts(Families families, Assignment recorded) {
        this.families = families;
        this.branches = recorded.branches().size();
        this.units = IntStream.range(0, recorded.units()).filter(families::has).toArray();
        this.ofFamily = new int[families.names().size()];
        this.ofBranch = new int[branches];
        for (int unit : units) {
            ofFamily[families.familyOf()[unit]]++;
            ofBranch[recorded.branchOf(unit)]++;
        }
    }

    /**
     * Find the families of a layer and count their margins.
     *
     * @throws UndefinedMetricException if fewer than two branches have units with a family
     */
    static FamilyCounts of(MetricInput input, FamilyOptions options) {
        Assignment recorded = input.layer().assignment();
        FamilyCounts counts = new FamilyCounts(FamilyFinder.find(input, options), recorded);
        if (counts.units.length == 0) {
            throw new UndefinedMetricException(
                    counts.families.areGiven()
                            ? "no unit of the layer was given a family"
                            : "none of %d units prefers the same in both halves of the samples by at least %s of its variance"
                                    .formatted(recorded.units(), options.floor()));
        }
        long filled = IntStream.of(counts.ofBranch).filter(count -> count > 0).count();
        if (filled < 2) {
            int only =
                    IntStream.range(0, counts.branches)
                            .filter(branch -> counts.ofBranch[branch] > 0)
                            .findFirst()
                            .orElseThrow();
            throw new UndefinedMetricException(
                    "all %d units with a family are in branch '%s'; at least 2 branches need some"
                            .formatted(counts.units.length, recorded.branches().get(only)));
        }
        return counts;
    }

    /** Count {@code [family * branches + branch]}. */
    int[] table(Assignment assignment) {
        int[] table = new int[ofFamily.length * branches];
        int[] familyOf = families.familyOf();
        for (int unit : units) {
            table[familyOf[unit] * branches + assignment.branchOf(unit)]++;
        }
        return table;
    }

    Families families() {
        return families;
    }

    int branches() {
        return branches;
    }

    /** Return the number of units with a family. */
    int total() {
        return units.length;
    }

    int ofFamily(int family) {
        return ofFamily[family];
    }

    /** Return the number of units of every family. */
    int[] ofFamilies() {
        return ofFamily.clone();
    }

    /** Return the number of units with a family in every branch. */
    int[] ofBranches() {
        return ofBranch.clone();
    }

    int ofBranch(int branch) {
        return ofBranch[branch];
    }

    /** Tell the family of every unit, and how much of its variance that explains. */
    List<UnitColumn> columns() {
        int all = families.familyOf().length;
        UnitColumn names =
                new UnitColumn.Category(
                        "family", IntStream.range(0, all).mapToObj(families::nameOf).toList());
        if (families.areGiven()) {
            return List.of(names);
        }
        return List.of(names, UnitColumn.Quantity.of("family-strength", "", families.strength()));
    }
}
