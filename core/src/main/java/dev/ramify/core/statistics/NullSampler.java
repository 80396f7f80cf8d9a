package dev.ramify.core.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws values under a null until there are as many as wanted or the answer is clear.
 *
 * <p>Draws run on all cores; whether to stop is asked only after each block of them, so that the
 * number of threads decides nothing.
 */
final class NullSampler {

    /** Draws between two looks. */
    private static final int BLOCK = 64;

    private NullSampler() {}

    /**
     * Sample.
     *
     * @param most the most draws
     * @param enough stop after a block in which the most extreme subject, corrected over all
     *     subjects, reached this many draws at least as extreme; 0 to make all draws
     */
    static NullSample sample(Observed observed, Draw.Source source, int most, int enough) {
        int subjects = observed.subjects().size();
        List<Draw> draws = new ArrayList<>();
        if (!observed.tested()) {
            return NullSample.of(draws, subjects, 0);
        }
        NullSample sample;
        do {
            int from = draws.size();
            int to = enough == 0 ? most : Math.min(most, from + BLOCK);
            draws.addAll(source.draws(from, to));
            sample = NullSample.of(draws, subjects, enough);
        } while (draws.size() < most && !new MetricTest(observed, sample).isClear());
        return sample;
    }
}
