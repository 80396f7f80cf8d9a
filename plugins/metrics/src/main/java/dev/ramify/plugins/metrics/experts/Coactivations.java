package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertUse;

/**
 * Counts of samples by the experts that were chosen for them.
 *
 * @param samples number of samples for which any expert was chosen
 * @param chosen number of choices of all samples together
 * @param together {@code [experts][experts]}: samples for which both were chosen; the diagonal has
 *     those of each
 */
record Coactivations(long samples, long chosen, long[][] together) {

    /**
     * Count all pairs of the set of each sample.
     *
     * @throws UndefinedMetricException if there are none
     */
    static Coactivations of(ExpertUse use) {
        if (!(use instanceof ExpertChoices choices) || choices.perSample() < 2) {
            throw new UndefinedMetricException(
                    "pairs need choices of at least 2 experts for each sample, not counts");
        }
        long[][] together = new long[choices.experts()][choices.experts()];
        long[] totals = new long[2];
        int width = choices.perSample();
        choices.forEach((sample, experts, at) -> add(experts, at, width, together, totals));
        return new Coactivations(totals[0], totals[1], together);
    }

    private static void add(int[] experts, int at, int width, long[][] together, long[] totals) {
        int chosen = 0;
        for (int i = at; i < at + width; i++) {
            if (experts[i] != ExpertChoices.NONE) {
                chosen++;
                for (int j = at; j < at + width; j++) {
                    if (experts[j] != ExpertChoices.NONE) {
                        together[experts[i]][experts[j]]++;
                    }
                }
            }
        }
        totals[0] += chosen > 0 ? 1 : 0;
        totals[1] += chosen;
    }

    int experts() {
        return together.length;
    }

    /** Return {@code N_ij / N_i}. */
    double share(int expert, int partner) {
        return (double) together[expert][partner] / together[expert][expert];
    }

    /** Return how many times as often as if they were chosen independently. */
    double lift(int expert, int partner) {
        return share(expert, partner) * samples / together[partner][partner];
    }

    boolean isUsed(int expert) {
        return together[expert][expert] > 0;
    }

    /**
     * Return the expert most often chosen together with another one; -1 if that was never chosen.
     */
    int closest(int expert) {
        int closest = -1;
        for (int partner = 0; partner < experts() && isUsed(expert); partner++) {
            if (partner != expert
                    && (closest < 0 || together[expert][partner] > together[expert][closest])) {
                closest = partner;
            }
        }
        return closest;
    }

    /** Return the share that any partner has where all experts are used alike. */
    double chance() {
        return ((double) chosen / samples - 1) / (experts() - 1);
    }
}
