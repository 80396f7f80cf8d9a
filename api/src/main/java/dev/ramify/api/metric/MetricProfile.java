package dev.ramify.api.metric;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * What a metric needs, how its values are compared with chance, and how it can mislead.
 *
 * @param kind whether its p values were shown to keep their promise
 * @param needs what the input must have; the framework checks it
 * @param nullModel what chance means
 * @param tail which values are more extreme
 * @param range the values it can take, as text: {@code [0, log2(branches)]}
 * @param unit what values are counted in, in the singular: {@code bit}; empty for a bare number
 * @param misleads how a reader can be misled, in one or two sentences
 * @param affordableDraws most draws under the null that are worth their time unless a person asks
 *     for more: few where each is costly
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricProfile(
        Kind kind,
        Set<Need> needs,
        NullModel nullModel,
        Tail tail,
        String range,
        String unit,
        String misleads,
        int affordableDraws) {

    public MetricProfile {
        needs = Set.copyOf(needs);
        if (affordableDraws < 1) {
            throw new IllegalArgumentException(
                    "a null needs at least 1 draw, found " + affordableDraws);
        }
    }

    /** Create the profile of a metric whose draws are cheap: any number is affordable. */
    public MetricProfile(
            Kind kind,
            Set<Need> needs,
            NullModel nullModel,
            Tail tail,
            String range,
            String unit,
            String misleads) {
        this(kind, needs, nullModel, tail, range, unit, misleads, Integer.MAX_VALUE);
    }

    /** Return the same profile for a metric whose draws are costly. */
    public MetricProfile affording(int draws) {
        return new MetricProfile(kind, needs, nullModel, tail, range, unit, misleads, draws);
    }

    /**
     * Return the profile of the same metric where an option gives other values, whose p values
     * carry no claim.
     */
    public MetricProfile describing(String otherRange, String otherUnit, String otherPitfalls) {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                needs,
                nullModel,
                tail,
                otherRange,
                otherUnit,
                otherPitfalls,
                affordableDraws);
    }

    /** Return the same profile under another null. */
    public MetricProfile under(NullModel other) {
        return new MetricProfile(kind, needs, other, tail, range, unit, misleads, affordableDraws);
    }

    /** Whether p values may carry a claim. */
    public enum Kind {
        /** False positives were shown to stay near the nominal rate. */
        INFERENTIAL,
        /** A description; its p values carry no claim. */
        DESCRIPTIVE
    }

    /** What an input can have. */
    public enum Need {
        /** At least two branches in the layer. */
        BRANCHES,
        /**
         * A layer that was built without branches. Where a study divides its units as another
         * variant does, the metric sees it undivided.
         */
        UNBRANCHED,
        /** Activations of at least one sample. */
        ACTIVATIONS,
        /** The class of every sample. */
        LABELS,
        /** At least one known factor. */
        FACTORS,
        /** The incoming weights of every unit. */
        WEIGHTS,
        /** The gates of a router. */
        GATES,
        /** The experts that a router chose, or counts of them. */
        EXPERTS,
        /** A network that can be run with units silenced. */
        LESIONS
    }

    /** What the framework shuffles to learn what chance gives. */
    public enum NullModel {
        /** Which unit is in which branch, keeping sizes and activations. */
        UNIT_PERMUTATION,
        /** Which sample has which label. */
        LABEL_SHUFFLE,
        /**
         * Which input and unit each connection of the layer joins. A connection, one weight or one
         * kernel, is moved as a whole; those that are zero stay, so that masks and pruning do.
         */
        WEIGHT_SHUFFLE,
        /**
         * Which group of samples, such as a document, has which name and class: the samples of a
         * group stay together, for they are not independent. Where groups are known this takes the
         * place of {@link #LABEL_SHUFFLE}. Where no class has several groups nothing is compared
         * with chance. A metric that asks for it reads names and classes of the groups, for those
         * of samples are left as they are.
         */
        GROUP_PERMUTATION,
        /**
         * The parameters: the same architecture as it is initialised anew, on the same samples. The
         * framework takes it wherever units are not exchangeable before training, as from the
         * second layer of a branch on; a metric need not ask for it.
         */
        REINITIALIZATION,
        /** Nothing: the metric has no null. */
        NONE
    }

    /** Which values are more extreme than another. */
    public enum Tail {
        /** Greater ones. */
        GREATER,
        /** Smaller ones. */
        LESS,
        /** Those farther from the mean of the null. */
        TWO_SIDED
    }
}
