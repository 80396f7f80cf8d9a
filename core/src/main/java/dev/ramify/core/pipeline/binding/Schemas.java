package dev.ramify.core.pipeline.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads from records how they are written in files. Thread-safe. */
public final class Schemas {

    private final Map<Class<?>, RecordSchema> known = new ConcurrentHashMap<>();

    /**
     * Return the schema of a record.
     *
     * @throws SchemaException if one of its components cannot be bound
     */
    public RecordSchema of(Class<? extends Record> type) {
        RecordSchema schema = known.get(type);
        if (schema == null) {
            schema = new SchemaCompiler(type).compile();
            known.put(type, schema);
        }
        return schema;
    }

    /**
     * Check a record and all that its components lead to.
     *
     * @return what is wrong, one sentence each
     */
    public List<String> defects(Class<? extends Record> type) {
        List<String> defects = new ArrayList<>();
        collect(type, new HashSet<>(), defects);
        return defects;
    }

    private void collect(Class<? extends Record> type, Set<Class<?>> seen, List<String> defects) {
        if (!seen.add(type)) {
            return;
        }
        try {
            of(type).options().forEach(option -> collect(option.type(), seen, defects));
        } catch (SchemaException e) {
            defects.addAll(e.defects());
        }
    }

    private void collect(ValueType type, Set<Class<?>> seen, List<String> defects) {
        if (type instanceof ValueType.Nested nested) {
            collect(nested.type(), seen, defects);
        } else if (type instanceof ValueType.Many many) {
            collect(many.element(), seen, defects);
        } else if (type instanceof ValueType.Table table) {
            collect(table.element(), seen, defects);
        } else if (type instanceof ValueType.Permitted permitted) {
            permitted.alternatives().forEach(a -> collect(a.options(), seen, defects));
        }
    }
}
