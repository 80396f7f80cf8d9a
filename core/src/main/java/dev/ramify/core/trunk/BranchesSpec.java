package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * Parallel branches written in the pipeline.
 *
 * @param name of the block
 * @param branches at least one
 * @param merge how the outputs become one
 * @param input what each branch sees
 */
@Choice(value = "branches", summary = "parallel branches and their merge")
public record BranchesSpec(
        @Option(value = "name of the block", example = "mixed1") String name,
        @Option("the branches, at least one") List<BranchSpec> branches,
        @Option(value = "how the outputs become one", defaultValue = "concat") Merging merge,
        @Option(
                        value = "whether each branch sees the whole input or its share of channels",
                        defaultValue = "shared")
                BranchInput input)
        implements LayerSpec {

    public BranchesSpec {
        branches = List.copyOf(branches);
    }

    /** How the outputs become one. */
    public enum Merging {
        /** Channels one branch after another. */
        CONCAT(Merge.CONCAT),
        /** The elementwise sum. */
        SUM(Merge.SUM),
        /** The elementwise product; vectors multiply whole channels. */
        PRODUCT(Merge.PRODUCT);

        private final Merge merge;

        Merging(Merge merge) {
            this.merge = merge;
        }
    }

    /**
     * One of the branches.
     *
     * @param name unique among its siblings
     * @param layers in order; none is the identity
     */
    public record BranchSpec(
            @Option(value = "name of the branch", example = "b1") String name,
            @Option(value = "the layers in order; none is the identity", defaultValue = "[]")
                    List<LayerSpec> layers) {

        public BranchSpec {
            layers = List.copyOf(layers);
        }
    }

    @Override
    public List<List<LayerSpec>> parts() {
        return branches.stream().map(BranchSpec::layers).toList();
    }

    @Override
    public Node node(LayerNames names) {
        List<Branch> built = branches.stream().map(branch -> branch(branch, names)).toList();
        return new Branches(name, built, merge.merge, input);
    }

    private Branch branch(BranchSpec branch, LayerNames names) {
        String scope = name + "/" + branch.name();
        return new Branch(branch.name(), LayerNodes.of(branch.layers(), names, scope));
    }
}
