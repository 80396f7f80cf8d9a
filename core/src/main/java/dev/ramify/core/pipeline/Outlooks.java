package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import java.util.stream.IntStream;

/** Tells what is known of a layer and its samples before a network is trained. */
final class Outlooks {

    private final Binding<PipelineSpec> binding;

    Outlooks(Binding<PipelineSpec> binding) {
        this.binding = binding;
    }

    /**
     * Return what is known of a layer.
     *
     * @param asBuilt whether its units are divided as the network was built, whatever they are
     *     measured by
     */
    Outlook of(PlannedVariant variant, String layer, boolean asBuilt) {
        DatasetFacts data = variant.data();
        int wanted =
                binding.part("record", RecordSpec.class)
                        .map(RecordSpec::samples)
                        .orElse(data.test());
        Assignment assignment =
                asBuilt
                        ? Assignment.of(variant.architecture().view(layer))
                        : variant.divisions().of(layer).assignment();
        return new Outlook(
                layer,
                assignment.units(),
                (int) IntStream.of(assignment.sizes()).filter(size -> size > 0).count(),
                seesImage(variant, layer),
                Math.min(wanted, data.test()),
                data.tested(),
                data.factors());
    }

    private static boolean seesImage(PlannedVariant variant, String layer) {
        return variant.architecture().view(layer).parts().stream()
                .allMatch(
                        part ->
                                part.layer() instanceof Convolution filters
                                        && filters.groups() == 1
                                        && part.input().equals(variant.data().shape()));
    }

    /** Weights of units that differ in their number do not fit into one array. */
    static boolean differInWeights(PlannedVariant variant, String layer) {
        return variant.architecture().view(layer).parts().stream()
                        .map(part -> part.cost().parameters() / part.output().channels())
                        .distinct()
                        .count()
                > 1;
    }
}
