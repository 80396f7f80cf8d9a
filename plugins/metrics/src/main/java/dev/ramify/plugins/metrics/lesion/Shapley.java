package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares out the loss of all branches together between them: the mean, over all orders in which
 * they can be silenced one after another, of what is lost with each.
 */
final class Shapley {

    /** Sets of branches double with each; 256 runs of the network are the limit. */
    static final int MOST_BRANCHES = 8;

    private final Assignment assignment;
    private final int branches;

    /** Loss of accuracy with every set of branches silenced; bit {@code b} stands for a branch. */
    private final double[] loss;

    Shapley(Losses losses, Assignment assignment) {
        this.assignment = assignment;
        this.branches = assignment.branches().size();
        List<boolean[]> sets = new ArrayList<>();
        for (int set = 1; set < 1 << branches; set++) {
            boolean[] silenced = new boolean[assignment.units()];
            for (int unit = 0; unit < silenced.length; unit++) {
                silenced[unit] = (set >> assignment.branchOf(unit) & 1) == 1;
            }
            sets.add(silenced);
        }
        this.loss = new double[1 << branches];
        System.arraycopy(losses.overall(sets), 0, loss, 1, sets.size());
    }

    /** Compute the value of every branch; they add up to the loss of all together. */
    double[] values() {
        double[] values = new double[branches];
        for (int set = 0; set < loss.length; set++) {
            double weight = weight(Integer.bitCount(set));
            for (int b = 0; b < branches; b++) {
                if ((set >> b & 1) == 0) {
                    values[b] += weight * (loss[set | 1 << b] - loss[set]);
                }
            }
        }
        return values;
    }

    /** Return the share of orders in which a given branch comes right after a given set. */
    private double weight(int size) {
        double weight = 1.0 / branches;
        for (int i = 1; i <= size; i++) {
            weight *= i / (double) (branches - i);
        }
        return weight;
    }

    /** Compute what two branches are needed for that neither is alone. */
    double synergy(int one, int other) {
        return loss[1 << one | 1 << other] - loss[1 << one] - loss[1 << other];
    }

    List<Description> describe() {
        List<Description> descriptions = new ArrayList<>();
        descriptions.add(
                new Description(
                        Subject.layer().and(Subject.PROPERTY, "loss of all branches"),
                        loss[loss.length - 1]));
        double[] values = values();
        List<String> names = assignment.branches();
        for (int b = 0; b < branches; b++) {
            Subject branch = Subject.branch(names.get(b));
            descriptions.add(new Description(branch.and(Subject.PROPERTY, "shapley"), values[b]));
        }
        for (int a = 0; a < branches; a++) {
            for (int b = a + 1; b < branches; b++) {
                Subject pair = Subject.pair(names.get(a), names.get(b));
                descriptions.add(
                        new Description(pair.and(Subject.PROPERTY, "synergy"), synergy(a, b)));
            }
        }
        return descriptions;
    }
}
