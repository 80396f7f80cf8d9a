package dev.ramify.core.calibration;

import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Condition.Control;
import java.util.random.RandomGenerator;

/** Deals roles to the units of a layer with as many roles as branches. */
final class Roles {

    private Roles() {}

    /** Return the role of every unit. */
    static int[] deal(Assignment branches, Condition condition, RandomGenerator random) {
        int roles = branches.branches().size();
        double alpha = Generator.alpha(condition);
        int[] roleOf = new int[branches.units()];
        for (int unit = 0; unit < roleOf.length; unit++) {
            if (condition == Control.REDUNDANT) {
                roleOf[unit] = unit % roles;
            } else {
                boolean adopts = random.nextDouble() < alpha;
                roleOf[unit] = adopts ? branches.branchOf(unit) : random.nextInt(roles);
            }
        }
        return roleOf;
    }
}
