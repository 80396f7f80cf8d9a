package dev.ramify.core.network;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The datasets of a study, each opened once. */
public final class OpenedData implements AutoCloseable {

    private final Map<DatasetSpec, PreparedData> opened = new LinkedHashMap<>();

    private OpenedData() {}

    /**
     * Open the datasets of all variants.
     *
     * @throws dev.ramify.api.data.DataException if data are missing or unsound
     */
    public static OpenedData open(ResolvedPipeline pipeline, Path cache) {
        OpenedData data = new OpenedData();
        try {
            DatasetContext context = new DatasetContext(cache, ResolvedPipeline.DATA_SEED);
            for (PlannedVariant variant : pipeline.plan().variants()) {
                if (!data.opened.containsKey(variant.dataset())) {
                    Dataset dataset = variant.dataset().open(context);
                    data.opened.put(variant.dataset(), prepare(pipeline.spec(), dataset));
                }
            }
            return data;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static PreparedData prepare(PipelineSpec spec, Dataset dataset) {
        return new PreparedData(
                dataset,
                TrainingChoices.input(spec.input(), spec.training(), dataset),
                PreparedData.some(
                        dataset.test(),
                        spec.record().samples(),
                        ResolvedPipeline.DATA_SEED.derive("recorded")));
    }

    /** Return the data of a variant. */
    public PreparedData of(PlannedVariant variant) {
        PreparedData data = opened.get(variant.dataset());
        if (data == null) {
            throw new IllegalStateException("the data of '" + variant.name() + "' are not open");
        }
        return data;
    }

    /** Return what the data are, by dataset. */
    public Map<String, Map<String, String>> digests() {
        Map<String, Map<String, String>> digests = new LinkedHashMap<>();
        opened.forEach(
                (spec, data) ->
                        digests.merge(
                                spec.provider().id(),
                                data.dataset().digests(),
                                OpenedData::joined));
        return digests;
    }

    private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    @Override
    public void close() {
        opened.values().forEach(data -> data.dataset().close());
    }
}
