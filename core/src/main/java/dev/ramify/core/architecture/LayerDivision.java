package dev.ramify.core.architecture;

import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Division;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A division as it is written.
 *
 * @param branches names
 * @param kinds one for each branch
 * @param branchOf for each unit the index of its branch
 */
record LayerDivision(List<String> branches, List<String> kinds, List<Integer> branchOf) {

    static LayerDivision of(Division division) {
        Assignment assignment = division.assignment();
        return new LayerDivision(
                assignment.branches(),
                division.kinds(),
                IntStream.range(0, assignment.units()).map(assignment::branchOf).boxed().toList());
    }

    /**
     * @param layer for messages
     */
    Division division(String layer) {
        try {
            int[] indices = branchOf.stream().mapToInt(Integer::intValue).toArray();
            return new Division(Assignment.of(branches, indices), kinds);
        } catch (IllegalArgumentException e) {
            throw new UnreadableJsonException("layers." + layer, String.valueOf(e.getMessage()));
        }
    }
}
