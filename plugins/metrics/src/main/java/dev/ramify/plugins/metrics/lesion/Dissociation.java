package dev.ramify.plugins.metrics.lesion;

/**
 * How far lesions of different branches harm different classes.
 *
 * @param value its size
 * @param one the class for which the first branch is needed
 * @param other the class for which the second is; the same as one for a single dissociation
 * @param crosses whether each branch is needed more than the other for its class
 */
record Dissociation(double value, int one, int other, boolean crosses) {

    /**
     * Find the class on which a branch is needed most beyond every other branch.
     *
     * @param loss {@code [branches][classes]}
     */
    static Dissociation single(double[][] loss, int branch) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < loss[branch].length; c++) {
            double others = Double.NEGATIVE_INFINITY;
            for (int b = 0; b < loss.length; b++) {
                others = b == branch ? others : Math.max(others, loss[b][c]);
            }
            if (loss[branch][c] - others > greatest) {
                greatest = loss[branch][c] - others;
                best = c;
            }
        }
        return new Dissociation(greatest, best, best, greatest > 0);
    }

    /**
     * Find the two classes that two branches divide most: {@code ((D_ac - D_ad) + (D_bd - D_bc)) /
     * 2} is half the range of {@code D_a - D_b}.
     */
    static Dissociation between(double[] first, double[] second) {
        int most = 0;
        int least = 0;
        for (int c = 1; c < first.length; c++) {
            double difference = first[c] - second[c];
            most = difference > first[most] - second[most] ? c : most;
            least = difference < first[least] - second[least] ? c : least;
        }
        double above = first[most] - second[most];
        double below = first[least] - second[least];
        return new Dissociation((above - below) / 2, most, least, above > 0 && below < 0);
    }
}
