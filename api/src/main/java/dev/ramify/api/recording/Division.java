package dev.ramify.api.recording;

import dev.ramify.api.architecture.Convolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How the units of one layer are divided: into the branches of an architecture, the groups of a
 * convolution, clusters that were found after training, or as a user says.
 *
 * <p>Branches of one kind are built alike: nothing but chance decides which of them takes which
 * role, so the name of one means nothing in another seed.
 *
 * @param assignment the branch of each unit
 * @param kinds for each branch, in the order of the assignment, what is equal for those that are
 *     built alike
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Division(Assignment assignment, List<String> kinds) {

    /**
     * @throws IllegalArgumentException if there is not one kind for each branch
     */
    public Division {
        kinds = List.copyOf(kinds);
        if (kinds.size() != assignment.branches().size()) {
            throw new IllegalArgumentException(
                    "%d kinds are given for %d branches"
                            .formatted(kinds.size(), assignment.branches().size()));
        }
    }

    /** Take all branches as built alike: the cautious choice where nothing is known of them. */
    public static Division alike(Assignment assignment) {
        return new Division(
                assignment, Collections.nCopies(assignment.branches().size(), "branch"));
    }

    /** Divide the filters of a convolution by its groups: {@code group1}, {@code group2} and on. */
    public static Division ofGroups(Convolution convolution) {
        List<String> names = new ArrayList<>();
        for (int group = 1; group <= convolution.groups(); group++) {
            names.add("group" + group);
        }
        int perGroup = convolution.filters() / convolution.groups();
        int[] branchOf = new int[convolution.filters()];
        for (int filter = 0; filter < branchOf.length; filter++) {
            branchOf[filter] = filter / perGroup;
        }
        return alike(Assignment.of(names, branchOf));
    }

    /** Return the number of units. */
    public int units() {
        return assignment.units();
    }
}
