package dev.ramify.core.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Corrects p values over the subjects of one metric in one layer, single-step, by the distribution
 * of the most extreme subject over the same draws (Westfall and Young 1993). It keeps the
 * family-wise error whatever the dependence between subjects.
 *
 * @param adjusted the corrected p of each subject
 * @param allStopped whether even the most extreme subject had enough draws at least as extreme
 */
record SubjectCorrection(double[] adjusted, boolean allStopped) {

    /** Nothing to correct. */
    static final SubjectCorrection NOTHING = new SubjectCorrection(new double[0], true);

    /**
     * Correct exact p values by the smallest p of each draw.
     *
     * <p>Sampling cannot tell anything below one in the number of draws. Where no draw was as
     * extreme, Bonferroni's bound on the exact p may be smaller, and taking it keeps the level: for
     * levels that sampling reaches the decision is that of sampling, below them Bonferroni's.
     *
     * @param observed exact p per subject
     * @param drawn exact p {@code [subjects][draws]}
     * @param enough number of draws as extreme at which to stop, 0 for never; see {@link
     *     Exceedances}
     */
    static SubjectCorrection minP(double[] observed, double[][] drawn, int enough) {
        if (observed.length == 1) {
            return new SubjectCorrection(observed.clone(), true);
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
        boolean stopped = true;
        for (int s = 0; s < observed.length; s++) {
            double bound = observed[s] * (1 + 1e-9);
            Exceedances found =
                    Exceedances.follow(draws, enough, draw -> !(smallest[draw] > bound));
            adjusted[s] =
                    found.count() > 0
                            ? found.p()
                            : Math.min(found.p(), observed[s] * observed.length);
            stopped &= found.stopped();
        }
        return new SubjectCorrection(adjusted, stopped);
    }

    /**
     * Correct sampled p values by the greatest standardized value of each draw.
     *
     * @param subjects observed values beside their draws
     * @param observed the observed values
     * @param drawn the draws {@code [subjects][draws]}
     * @param enough number of draws as extreme at which to stop, 0 for never
     */
    static SubjectCorrection maxT(
            List<NullComparison> subjects, double[] observed, double[][] drawn, int enough) {
        double[] greatest = greatest(subjects, drawn);
        double[] adjusted = new double[observed.length];
        boolean stopped = true;
        for (int s = 0; s < observed.length; s++) {
            if (!subjects.get(s).varies()) {
                adjusted[s] = 1;
                continue;
            }
            double own = subjects.get(s).standardized(observed[s]);
            double bound = own - 1e-9 * Math.max(1, Math.abs(own));
            Exceedances found =
                    Exceedances.follow(greatest.length, enough, draw -> !(greatest[draw] < bound));
            adjusted[s] = found.p();
            stopped &= found.stopped();
        }
        return new SubjectCorrection(adjusted, stopped);
    }

    private static double[] greatest(List<NullComparison> subjects, double[][] drawn) {
        double[] greatest = new double[drawn[0].length];
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (int s = 0; s < drawn.length; s++) {
            if (subjects.get(s).varies()) {
                for (int r = 0; r < greatest.length; r++) {
                    greatest[r] = Math.max(greatest[r], subjects.get(s).standardized(drawn[s][r]));
                }
            }
        }
        return greatest;
    }
}
