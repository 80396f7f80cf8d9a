package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Cost;
import dev.ramify.api.recording.Divisions;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.VariantSpec;
import java.util.List;

/**
 * A variant with all that follows from its options.
 *
 * @param spec what the file says
 * @param dataset where its images come from
 * @param data what is known of them
 * @param architecture the network that is trained
 * @param divisions the branches by which its units are measured: its own, or those of the variant
 *     that {@code branches-of} names
 * @param layers names of the layers to record
 */
public record PlannedVariant(
        VariantSpec spec,
        DatasetSpec dataset,
        DatasetFacts data,
        Architecture architecture,
        Divisions divisions,
        List<String> layers) {

    public PlannedVariant {
        layers = List.copyOf(layers);
    }

    /** Return the name of the variant. */
    public String name() {
        return spec.name();
    }

    /** Count parameters and multiply-accumulates. */
    public Cost cost() {
        return architecture.cost();
    }
}
