package dev.ramify.core.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Corrects p values over the subjects of one metric in one layer, single-step, by the distribution
 * of the most extreme subject over the same draws (Westfall and Young 1993). It keeps the
 * family-wise error whatever the dependence between subjects.
 */
final class SubjectCorrection {

    private SubjectCorrection() {}

    /**
     * Correct exact p values by the smallest p of each draw.
     *
     * <p>Sampling cannot tell anything below one in the number of draws. Where no draw was as
     * extreme, Bonferroni's bound on the exact p may be smaller, and taking it keeps the level: for
     * levels that sampling reaches the decision is that of sampling, below them Bonferroni's.
     *
     * @param observed exact p per subject
     * @param drawn exact p {@code [subjects][draws]}
     */
    static double[] minP(double[] observed, double[][] drawn) {
        if (observed.length == 1) {
            return observed.clone();
        }
        int draws = drawn[0].length;
        double[] smallest = new double[draws];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        for (double[] subject : drawn) {
            for (int r = 0; r < draws; r++) {
                smallest[r] = Math.min(smallest[r], subject[r]);
            }
        }
        double[] adjusted = new double[observed.length];
        for (int s = 0; s < observed.length; s++) {
            double bound = observed[s] * (1 + 1e-9);
            long asExtreme = Arrays.stream(smallest).filter(p -> !(p > bound)).count();
            double sampled = (asExtreme + 1) / (draws + 1.0);
            adjusted[s] =
                    asExtreme > 0 ? sampled : Math.min(sampled, observed[s] * observed.length);
        }
        return adjusted;
    }

    /** Correct sampled p values by the greatest standardized value of each draw. */
    static double[] maxT(List<NullComparison> subjects, double[] observed, double[][] drawn) {
        int draws = drawn[0].length;
        double[] greatest = new double[draws];
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (int s = 0; s < observed.length; s++) {
            if (subjects.get(s).varies()) {
                for (int r = 0; r < draws; r++) {
                    greatest[r] = Math.max(greatest[r], subjects.get(s).standardized(drawn[s][r]));
                }
            }
        }
        double[] adjusted = new double[observed.length];
        for (int s = 0; s < observed.length; s++) {
            if (!subjects.get(s).varies()) {
                adjusted[s] = 1;
                continue;
            }
            double own = subjects.get(s).standardized(observed[s]);
            double bound = own - 1e-9 * Math.max(1, Math.abs(own));
            long asExtreme = Arrays.stream(greatest).filter(t -> !(t < bound)).count();
            adjusted[s] = (asExtreme + 1) / (draws + 1.0);
        }
        return adjusted;
    }
}
