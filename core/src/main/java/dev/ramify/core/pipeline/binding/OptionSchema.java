package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlNode;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * One option: a component of a record, with what its annotation says.
 *
 * @param component the component
 * @param key its name in files; empty if its keys stand among those of the record
 * @param type what it takes
 * @param description what it does
 * @param fallback the value that holds when the file has none
 * @param min the least number allowed
 * @param max the greatest number allowed
 * @param example a value for the reference; may be empty
 * @param nullable whether it may be left out
 */
public record OptionSchema(
        RecordComponent component,
        String key,
        ValueType type,
        String description,
        Optional<YamlNode> fallback,
        double min,
        double max,
        String example,
        boolean nullable) {

    /** Tell whether the file must have it. */
    public boolean required() {
        return fallback.isEmpty() && !nullable;
    }

    /** Tell whether its keys stand among those of the record. */
    public boolean inline() {
        return key.isEmpty();
    }
}
