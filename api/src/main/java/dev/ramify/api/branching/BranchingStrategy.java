package dev.ramify.api.branching;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.plugin.Extension;
import org.apiguardian.api.API;

/**
 * Splits a range of an architecture into branches.
 *
 * <p>A pure function of trees: it sees no tensor and draws no random number. Layers keep their
 * names, so that a branched layer can be compared with the unbranched one it came from.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface BranchingStrategy<O extends Record> extends Extension<O> {

    /**
     * Return the branched architecture.
     *
     * @throws dev.ramify.api.option.InvalidOptionException if an option does not fit the trunk
     * @throws dev.ramify.api.architecture.ArchitectureException if the result would not fit
     *     together
     */
    Architecture branch(Architecture trunk, O options);
}
