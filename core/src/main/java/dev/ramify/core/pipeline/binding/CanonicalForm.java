package dev.ramify.core.pipeline.binding;

import dev.ramify.api.plugin.Extension;
import dev.ramify.core.pipeline.yaml.YamlList;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as trees of maps, lists and scalars with every default filled in: equal meaning
 * gives equal trees, whatever the file looked like.
 */
public final class CanonicalForm {

    private final Schemas schemas;
    private final Path folder;

    /**
     * @param schemas how records are written
     * @param folder paths inside it are written relative to it, so that a study can be moved
     */
    public CanonicalForm(Schemas schemas, Path folder) {
        this.schemas = schemas;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Return the tree of a record; keys stand in the order of its components. */
    public Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (OptionSchema option : schemas.of(record.getClass()).options()) {
            Object value = read(record, option);
            if (option.inline()) {
                if (value != null) {
                    map.putAll(chosen(value, option.type()));
                }
            } else {
                map.put(option.key(), value == null ? null : write(value, option.type()));
            }
        }
        return map;
    }

    private Object write(Object value, ValueType type) {
        if (value instanceof Path path) {
            return relative(path);
        }
        if (value instanceof Enum<?> constant) {
            return Names.ofConstant(constant);
        }
        if (type instanceof ValueType.Many many) {
            List<Object> list = new ArrayList<>();
            ((List<?>) value).forEach(item -> list.add(write(item, many.element())));
            return list;
        }
        if (type instanceof ValueType.Table table) {
            Map<String, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value)
                    .forEach((key, v) -> map.put(key.toString(), write(v, table.element())));
            return map;
        }
        if (type instanceof ValueType.Nested) {
            return of((Record) value);
        }
        if (type instanceof ValueType.Provided || type instanceof ValueType.Permitted) {
            return chosen(value, type);
        }
        return value instanceof YamlNode node ? plain(node) : value;
    }

    private Map<String, @Nullable Object> chosen(Object value, ValueType type) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (type instanceof ValueType.Provided provided) {
            Chosen<?> chosen = (Chosen<?>) value;
            Extension<?> extension = chosen.extension();
            map.put(provided.key(), extension.id());
            map.putAll(of(chosen.options()));
            return map;
        }
        ValueType.Permitted permitted = (ValueType.Permitted) type;
        String name =
                permitted.alternatives().stream()
                        .filter(a -> a.options().isInstance(value))
                        .map(Alternative::name)
                        .findFirst()
                        .orElseThrow();
        if (permitted.key().isEmpty()) {
            map.put(name, of((Record) value));
        } else {
            map.put(permitted.key(), name);
            map.putAll(of((Record) value));
        }
        return map;
    }

    private static Object plain(YamlNode node) {
        if (node instanceof YamlMap map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.entries().forEach(entry -> plain.put(entry.name(), plain(entry.value())));
            return plain;
        }
        return node instanceof YamlList list
                ? list.items().stream().map(CanonicalForm::plain).toList()
                : ((YamlScalar) node).text();
    }

    private String relative(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path shown = whole.startsWith(folder) ? folder.relativize(whole) : whole;
        return shown.toString().replace('\\', '/');
    }

    private static @Nullable Object read(Record record, OptionSchema option) {
        try {
            Method accessor = option.component().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("the accessors of a record can be called", e);
        }
    }
}
