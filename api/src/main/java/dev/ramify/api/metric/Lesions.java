package dev.ramify.api.metric;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Runs a network over the recorded samples while some units of the measured layer are silenced.
 *
 * <p>What is replaced is the value of a unit after the normalization and activation that follow the
 * layer, map by map, even where what was recorded is the value before. Parameters and the
 * statistics of normalizations stay as they were trained. Equal questions have equal answers, alone
 * or among others. Safe for use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Lesions {

    /** What a silenced unit gives instead. */
    enum Replacement {
        /** Zero, which the layers above may never have seen. */
        ZERO,
        /** The mean of the unit's map over the recorded samples, position by position. */
        MEAN,
        /**
         * The unit's map on another recorded sample. All silenced units of a sample take it from
         * the same other sample, and each sample has the same other one in every run.
         */
        RESAMPLE
    }

    /**
     * Count what the network gets right. A network that is trained to tell factors assigns a sample
     * to its class if it tells all of them.
     *
     * @param silenced for each unit of the layer whether it is silenced
     * @param replacement what it gives instead
     * @return for each class of the recording, how many of its samples are assigned to it
     * @throws IllegalArgumentException if there is not one entry per unit
     */
    int[] correct(boolean[] silenced, Replacement replacement);

    /**
     * Count what the network gets right with each of several sets of units silenced. Faster than
     * one after another, for the samples are read once.
     *
     * @param silenced sets of units; see {@link #correct(boolean[], Replacement)}
     * @return one answer for each set
     * @throws IllegalArgumentException if a set has not one entry per unit
     */
    default List<int[]> correct(List<boolean[]> silenced, Replacement replacement) {
        return silenced.stream().map(each -> correct(each, replacement)).toList();
    }
}
