package dev.ramify.core.pipeline.binding;

import java.util.List;
import java.util.Optional;

/**
 * How a record is written in files.
 *
 * @param type the record
 * @param options its components, in order
 */
public record RecordSchema(Class<? extends Record> type, List<OptionSchema> options) {

    public RecordSchema {
        options = List.copyOf(options);
    }

    /** Return the keys, without those that stand inline. */
    public List<String> keys() {
        return options.stream().filter(o -> !o.inline()).map(OptionSchema::key).toList();
    }

    /** Return the option whose keys stand among those of the record, if there is one. */
    public Optional<OptionSchema> inline() {
        return options.stream().filter(OptionSchema::inline).findFirst();
    }

    /** Return the key that chooses what stands inline, if anything does. */
    public Optional<String> choosingKey() {
        return inline().map(OptionSchema::type).map(RecordSchema::keyOf);
    }

    private static String keyOf(ValueType type) {
        if (type instanceof ValueType.Provided provided) {
            return provided.key();
        }
        return ((ValueType.Permitted) type).key();
    }
}
