package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.NullModel;

/**
 * What the framework knows of a layer besides what was recorded of it, by which it chooses the
 * null.
 *
 * @param kinds which branches are built alike
 * @param depth of the layer in its branch; see {@link dev.ramify.api.architecture.BranchDepth}
 * @param copies untrained copies of the network, for a layer whose units are not exchangeable
 *     before training
 */
public record LayerContext(BranchKinds kinds, int depth, UntrainedCopies copies) {

    /** Take units as exchangeable, as those of a first layer are. */
    public static LayerContext of(BranchKinds kinds) {
        return new LayerContext(kinds, 1, UntrainedCopies.NONE);
    }

    /** Tell whether units could change places before any training. */
    boolean isExchangeable() {
        return depth <= 1;
    }

    /** Choose the null for a metric that asks for one. */
    NullModel model(NullModel wanted) {
        return wanted == NullModel.UNIT_PERMUTATION && !isExchangeable() && copies.count() > 0
                ? NullModel.REINITIALIZATION
                : wanted;
    }

    /** Tell whether a null takes units for exchangeable that are not. */
    boolean assumesIndependentUnits(NullModel model) {
        return model == NullModel.UNIT_PERMUTATION && !isExchangeable();
    }
}
