package dev.ramify.api.recording;

import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * The division of a layer's units into branches. Immutable and thread-safe.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Assignment {

    private final List<String> branches;
    private final int[] branchOf;

    private Assignment(List<String> branches, int[] branchOf) {
        this.branches = branches;
        this.branchOf = branchOf;
    }

    /**
     * Create from branch names and, for each unit, the index of its branch.
     *
     * @throws IllegalArgumentException if an index has no branch
     */
    public static Assignment of(List<String> branches, int[] branchOf) {
        for (int unit = 0; unit < branchOf.length; unit++) {
            if (branchOf[unit] < 0 || branchOf[unit] >= branches.size()) {
                throw new IllegalArgumentException(
                        "unit %d is in branch %d, but there are %d branches"
                                .formatted(unit, branchOf[unit], branches.size()));
            }
        }
        return new Assignment(List.copyOf(branches), branchOf.clone());
    }

    /** Read off an architecture which unit of a layer is in which branch. */
    public static Assignment of(LayerView view) {
        List<String> names = new ArrayList<>();
        int[] branchOf = new int[view.units()];
        int unit = 0;
        for (PlacedLayer part : view.parts()) {
            int branch = names.indexOf(part.branch());
            if (branch < 0) {
                branch = names.size();
                names.add(part.branch());
            }
            int end = unit + ((WeightedLayer) part.layer()).units();
            Arrays.fill(branchOf, unit, end, branch);
            unit = end;
        }
        return new Assignment(List.copyOf(names), branchOf);
    }

    /** Return the names of the branches. */
    public List<String> branches() {
        return branches;
    }

    /** Return the number of units. */
    public int units() {
        return branchOf.length;
    }

    /** Return the index of a unit's branch. */
    public int branchOf(int unit) {
        return branchOf[unit];
    }

    /** Return, for each branch, its number of units. */
    public int[] sizes() {
        int[] sizes = new int[branches.size()];
        for (int branch : branchOf) {
            sizes[branch]++;
        }
        return sizes;
    }

    /** List the units of a branch in ascending order. */
    public int[] unitsOf(int branch) {
        int[] units = new int[branchOf.length];
        int count = 0;
        for (int unit = 0; unit < branchOf.length; unit++) {
            if (branchOf[unit] == branch) {
                units[count++] = unit;
            }
        }
        return Arrays.copyOf(units, count);
    }

    /** Deal the units anew, every division into branches of the same sizes being equally likely. */
    public Assignment permuted(RandomGenerator random) {
        int[] all = new int[branchOf.length];
        Arrays.setAll(all, unit -> unit);
        return permuted(random, all);
    }

    /** Deal only some units anew between the places that they hold together. */
    public Assignment permuted(RandomGenerator random, int[] among) {
        int[] shuffled = branchOf.clone();
        for (int i = among.length - 1; i > 0; i--) {
            int one = among[i];
            int other = among[random.nextInt(i + 1)];
            int swap = shuffled[one];
            shuffled[one] = shuffled[other];
            shuffled[other] = swap;
        }
        return new Assignment(branches, shuffled);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment that
                && branches.equals(that.branches)
                && Arrays.equals(branchOf, that.branchOf);
    }

    @Override
    public int hashCode() {
        return 31 * branches.hashCode() + Arrays.hashCode(branchOf);
    }

    @Override
    public String toString() {
        return "Assignment" + branches + Arrays.toString(sizes());
    }
}
