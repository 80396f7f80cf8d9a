package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;

/**
 * Units in a row that are in the same branch.
 *
 * @param first the first of them
 * @param count how many there are
 * @param branch index of their branch
 */
record Run(int first, int count, int branch) {

    /**
     * Return the part of this run that lies among some units, as these are numbered; it may be
     * empty.
     *
     * @param unit the first of those units
     * @param begin how many of them to pass over
     * @param units how many there are
     */
    Run within(int unit, int begin, int units) {
        int from = Math.max(begin, first - unit);
        return new Run(from, Math.max(0, Math.min(units, first + count - unit) - from), branch);
    }

    /** Find the runs of a layer, in the order of its units. */
    static List<Run> of(Assignment branches) {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        for (int unit = 1; unit <= branches.units(); unit++) {
            int branch = branches.branchOf(first);
            if (unit == branches.units() || branches.branchOf(unit) != branch) {
                runs.add(new Run(first, unit - first, branch));
                first = unit;
            }
        }
        return runs;
    }
}
