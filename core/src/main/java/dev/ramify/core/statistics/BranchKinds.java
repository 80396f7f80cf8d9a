package dev.ramify.core.statistics;

import dev.ramify.api.recording.Division;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which branches are built alike.
 *
 * <p>Nothing but chance decides which of such branches takes which role, so the name of one means
 * nothing in another seed. Siblings are alike when their parts are equal, names of layers included.
 * Immutable.
 */
public final class BranchKinds {

    private final Map<String, String> kindOf;

    private BranchKinds(Map<String, String> kindOf) {
        this.kindOf = Map.copyOf(kindOf);
    }

    /** Take all branches as built alike: the cautious choice where the architecture is unknown. */
    public static BranchKinds allAlike() {
        return new BranchKinds(Map.of());
    }

    /** Read off the division of a layer. */
    public static BranchKinds of(Division division) {
        Map<String, String> kindOf = new HashMap<>();
        List<String> branches = division.assignment().branches();
        for (int branch = 0; branch < branches.size(); branch++) {
            kindOf.put(branches.get(branch), division.kinds().get(branch));
        }
        return new BranchKinds(kindOf);
    }

    /** Tell whether two branches, named as in an assignment, are built alike. */
    public boolean alike(String branch, String other) {
        return kind(branch).equals(kind(other));
    }

    /** Unknown branches are all of one kind, the unnamed one. */
    private String kind(String branch) {
        return kindOf.getOrDefault(branch, "");
    }

    /** List those of some branches that are alike a given one, itself included, in their order. */
    List<String> like(String branch, List<String> branches) {
        return branches.stream().filter(other -> alike(branch, other)).toList();
    }
}
