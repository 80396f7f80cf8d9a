package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Condition.Control;
import java.util.Set;

/** Makes data of one kind. Pure: equal arguments give equal data. Thread-safe. */
interface Generator {

    /** The specialization whose labels are withheld under {@link Control#RANDOM_LABELS}. */
    double STRONG = .8;

    /** List the controls that this kind of data has; planted specialization it always has. */
    Set<Control> controls();

    /** Make the data of one network. */
    MetricInput make(Condition condition, Seed seed);

    /** Return how strong the specialization under a condition is. */
    static double alpha(Condition condition) {
        if (condition instanceof Condition.Planted planted) {
            return planted.alpha();
        }
        return condition == Control.RANDOM_LABELS ? STRONG : 0;
    }
}
