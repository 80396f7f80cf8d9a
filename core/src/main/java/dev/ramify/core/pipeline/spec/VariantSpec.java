package dev.ramify.core.pipeline.spec;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Chosen;
import dev.ramify.core.pipeline.binding.ChosenBy;
import dev.ramify.core.pipeline.binding.Inline;
import dev.ramify.core.pipeline.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** One way to branch the trunk. */
public record VariantSpec(
        @Option(value = "name of the variant, unique in the study", example = "two-columns")
                String name,
        @Option(
                        value =
                                "`studied` for itself, or as a `control` where no specialization is expected",
                        defaultValue = "studied")
                Role role,
        @Option("how the trunk is branched") @Inline @ChosenBy("strategy")
                Chosen<BranchingStrategy<?>> strategy,
        @Option(
                        value =
                                "name of another variant, by whose branches this one's units are measured: for controls that have none",
                        example = "two-columns")
                @Nullable String branchesOf,
        @Option(
                        value = "options of the dataset that differ for this variant",
                        example = "{grey: true}")
                @Nullable YamlMap dataset) {

    public VariantSpec {
        PipelineSpec.checkName("name", name);
    }

    /**
     * Branch a trunk.
     *
     * @throws dev.ramify.api.option.InvalidOptionException if an option does not fit the trunk
     * @throws dev.ramify.api.architecture.ArchitectureException if the result would not fit
     */
    public Architecture branch(Architecture trunk) {
        return branch(strategy.extension(), strategy.options(), trunk);
    }

    private static <O extends Record> Architecture branch(
            BranchingStrategy<O> strategy, Record options, Architecture trunk) {
        return strategy.branch(trunk, strategy.options().cast(options));
    }
}
