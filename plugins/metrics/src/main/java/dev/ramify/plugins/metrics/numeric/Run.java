package dev.ramify.plugins.metrics.numeric;

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
public record Run(int first, int count, int branch) {

    /** Return the unit that follows the last of them. */
    int end() {
        return first + count;
    }

    /** Find the runs of a layer, in the order of its units. */
    public static List<Run> of(Assignment branches) {
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
