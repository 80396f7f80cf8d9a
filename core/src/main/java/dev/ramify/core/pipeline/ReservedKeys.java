package dev.ramify.core.pipeline;

import dev.ramify.core.pipeline.binding.RecordSchema;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.VariantSpec;
import dev.ramify.core.pipeline.spec.VisualizerSpec;
import dev.ramify.core.plugin.ExtensionKind;
import java.util.HashSet;
import java.util.Set;

/** Knows the keys that stand beside the options of extensions in a pipeline file. */
public final class ReservedKeys {

    private final Schemas schemas;

    /**
     * @param schemas how records are written
     */
    public ReservedKeys(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Return the keys that no option of a kind of extension may have. */
    public Set<String> of(ExtensionKind kind) {
        RecordSchema schema = schemas.of(recordOf(kind));
        Set<String> keys = new HashSet<>(schema.keys());
        schema.choosingKey().ifPresent(keys::add);
        return keys;
    }

    /** Return the record in which extensions of a kind stand. */
    public static Class<? extends Record> recordOf(ExtensionKind kind) {
        return switch (kind) {
            case STRATEGY -> VariantSpec.class;
            case METRIC -> MetricSpec.class;
            case VISUALIZER -> VisualizerSpec.class;
            case DATASET -> DatasetSpec.class;
        };
    }
}
