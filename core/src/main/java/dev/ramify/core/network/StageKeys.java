package dev.ramify.core.network;

import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.core.architecture.ArchitectureJson;
import dev.ramify.core.digest.CanonicalDigest;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys of what stages make: digests of all that it depends on, and of nothing else. Names of
 * studies and variants, other seeds and figures are no part of any. Thread-safe.
 */
public final class StageKeys {

    private final CanonicalForm form;
    private final ExtensionRegistry extensions;
    private final String kernels;

    /**
     * @param form writes options
     * @param extensions says from which jars they come
     * @param kernels the name of the kernels that compute
     */
    public StageKeys(CanonicalForm form, ExtensionRegistry extensions, String kernels) {
        this.form = form;
        this.extensions = extensions;
        this.kernels = kernels;
    }

    /**
     * Digest what the way of a network's parameters depends on, however far it is followed: the
     * horizon is part of it, the budget is not.
     *
     * @param data digests of the dataset's files
     */
    public String trajectory(TrainingJob job, Map<String, String> data) {
        Map<String, @Nullable Object> tree = tree("ramify.trajectory/1");
        tree.put("architecture", ArchitectureJson.write(job.architecture()));
        tree.put("data", data(job.dataset(), data));
        tree.put("input", form.of(job.input()));
        tree.put("training", form.of(job.training()));
        tree.put("seed", job.seed());
        return CanonicalDigest.of(tree);
    }

    /** Digest what parameters after a number of epochs depend on. */
    public String weights(String trajectory, int epoch) {
        return CanonicalDigest.of(
                Map.of("form", "ramify.weights/1", "trajectory", trajectory, "epoch", epoch));
    }

    /**
     * Digest what a recording depends on.
     *
     * @param weights digest of the parameters
     * @param data digests of the dataset's files
     */
    public String recording(
            PlannedVariant variant,
            boolean standardize,
            RecordSpec spec,
            String weights,
            Map<String, String> data) {
        Map<String, @Nullable Object> tree = tree("ramify.recording/1");
        tree.put("weights", weights);
        tree.put("architecture", ArchitectureJson.write(variant.architecture()));
        tree.put("divisions", ArchitectureJson.write(variant.divisions()));
        tree.put("data", data(variant.dataset(), data));
        tree.put("standardize", standardize);
        tree.put("layers", variant.layers());
        tree.put("samples", spec.samples());
        tree.put("reduce", spec.reduce().name());
        tree.put("point", spec.point().name());
        return CanonicalDigest.of(tree);
    }

    /**
     * Digest what the measurements of one metric depend on.
     *
     * @param name by which its measurements are called
     * @param inputs digests of the recordings, and of the weights where these are lesioned
     */
    public String measurements(
            PlannedVariant variant, MetricSpec spec, String name, long seed, List<String> inputs) {
        Map<String, @Nullable Object> tree = tree("ramify.measurements/1");
        tree.put("metric", spec.metric().id());
        tree.put("name", name);
        tree.put("options", form.of(spec.metric().options()));
        tree.put("layers", spec.layers());
        tree.put("permutations", spec.permutations());
        tree.put("plugin", plugin(ExtensionKind.METRIC, spec.metric().id()));
        tree.put("architecture", ArchitectureJson.write(variant.architecture()));
        tree.put("divisions", ArchitectureJson.write(variant.divisions()));
        tree.put("seed", seed);
        tree.put("inputs", inputs);
        return CanonicalDigest.of(tree);
    }

    /** Tell whether a metric runs the network itself, so that its weights are an input. */
    static boolean lesions(MetricSpec spec) {
        return spec.metric().extension().profile().needs().contains(Need.LESIONS);
    }

    private Map<String, @Nullable Object> tree(String name) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("form", name);
        tree.put("kernels", kernels);
        return tree;
    }

    private Map<String, @Nullable Object> data(DatasetSpec spec, Map<String, String> digests) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("dataset", form.of(spec));
        tree.put("digests", digests);
        tree.put("plugin", plugin(ExtensionKind.DATASET, spec.provider().id()));
        return tree;
    }

    private String plugin(ExtensionKind kind, String id) {
        return extensions
                .find(kind, id)
                .map(found -> found.plugin())
                .map(LoadedPlugin::origin)
                .map(origin -> origin.sha256())
                .orElse("");
    }
}
