package dev.ramify.core.pipeline;

import java.util.List;

/**
 * What a study will do.
 *
 * @param variants the networks to compare, in the order of the file
 * @param runs one per variant and seed: all seeds of the first variant, then of the next
 */
public record Plan(List<PlannedVariant> variants, List<Run> runs) {

    public Plan {
        variants = List.copyOf(variants);
        runs = List.copyOf(runs);
    }

    static Plan of(List<PlannedVariant> variants, List<Long> seeds) {
        return new Plan(
                variants,
                variants.stream()
                        .flatMap(variant -> seeds.stream().map(seed -> new Run(variant, seed)))
                        .toList());
    }

    /**
     * One network to train.
     *
     * @param variant its variant
     * @param seed where its randomness comes from
     */
    public record Run(PlannedVariant variant, long seed) {

        /** Return the name of its folder in the run directory. */
        public String name() {
            return variant.name() + "/seed-" + seed;
        }
    }
}
