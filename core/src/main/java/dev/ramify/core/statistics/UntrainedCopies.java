package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;

/**
 * Networks of the same architecture as a measured one, initialised anew and never trained, on the
 * same samples: what a re-initialisation null is drawn from. Safe for use by several threads.
 */
public interface UntrainedCopies {

    /** There are none. */
    UntrainedCopies NONE =
            new UntrainedCopies() {
                @Override
                public int count() {
                    return 0;
                }

                @Override
                public MetricInput input(MetricInput trained, int copy) {
                    throw new IndexOutOfBoundsException("there are no untrained copies");
                }
            };

    /** Enough to see whether there is anything: p is never below .025. */
    int GLANCE = 39;

    /** Enough for a claim that is corrected over a few questions. */
    int CLAIM = 199;

    /** Return the number of copies. */
    int count();

    /**
     * Give a copy to a metric in place of the trained network.
     *
     * @param trained what the metric saw of the trained network; layer, seed and samples are the
     *     same
     * @param copy from 0
     */
    MetricInput input(MetricInput trained, int copy);
}
