package dev.ramify.api.metric;

import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A metric that has done its costly part and scores one division of units after another.
 *
 * <p>Pure and safe for use by several threads. All arrays it returns have one entry per subject.
 * Every assignment it is given has the branches and branch sizes of the recorded one, and differs
 * from it only in units that take part. What depends on those alone may be computed beforehand.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PreparedMetric {

    /** List what the values are about, at least one. */
    List<Subject> subjects();

    /**
     * Compute the values under a division into branches. Cheap: it runs thousands of times.
     *
     * @return one value per subject; {@code NaN} where there is none, for the {@link #reason}
     */
    double[] score(Assignment assignment);

    /**
     * Prepare the same metric for a shuffle under its null, where that is cheaper than from the
     * beginning: labels and levels, or the weights of the layer, are other ones, and what depends
     * on neither may be taken over. The result must be what the metric itself would prepare.
     * Shuffled weights are gone after the result was scored.
     *
     * @return empty to have the metric prepare from the beginning
     * @throws UndefinedMetricException if the shuffled data allow no value
     */
    default Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        return Optional.empty();
    }

    /** Say why a subject has no value: what is missing or degenerate, and what would be needed. */
    default String reason(int subject) {
        return "the data allow no value";
    }

    /**
     * Tell whether a unit takes part. The unit-permutation null deals only such units anew, so that
     * dead units, say, neither help nor hurt by where they lie.
     */
    default boolean takesPart(int unit) {
        return true;
    }

    /**
     * Return the greatest values possible, for effect sizes; {@code NaN} where there is no such
     * bound.
     *
     * <p>The effect of a value is {@code (value - null mean) / (ceiling - null mean)}.
     */
    default double[] ceiling(Assignment assignment) {
        double[] none = new double[subjects().size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /**
     * Compute exact p values under the unit-permutation null, where they are known in closed form.
     *
     * <p>Either for all assignments or for none. Where present, subjects are corrected by their
     * smallest p, else by their greatest standardized value.
     */
    default Optional<double[]> exactP(Assignment assignment) {
        return Optional.empty();
    }

    /**
     * Say in words what was observed of a subject, such as {@code 14 of its 16 units}, to be read
     * after the subject's name; may be empty.
     */
    default String phrase(int subject, Assignment assignment) {
        return "";
    }

    /**
     * List values that describe the recorded network and are not compared with chance, such as
     * those that are too costly to compute under a null. Their subjects differ from {@link
     * #subjects()}.
     */
    default List<Description> descriptions() {
        return List.of();
    }

    /** List what was found out about single units on the way, for figures and tables. */
    default List<UnitColumn> unitColumns() {
        return List.of();
    }
}
