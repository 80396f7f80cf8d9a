package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlList;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.plugin.ExtensionRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks one tree beside the types that it is bound to. */
final class TreeBinder {

    private final Session session;
    private final Schemas schemas;
    private final ExtensionRegistry registry;
    private final ScalarBinder scalars;
    private final RecordBinder records;
    private final ChoiceBinder choices;

    TreeBinder(Session session, Schemas schemas, ExtensionRegistry registry) {
        this.session = session;
        this.schemas = schemas;
        this.registry = registry;
        this.scalars = new ScalarBinder(session);
        this.choices = new ChoiceBinder(session, registry);
        this.records = new RecordBinder(session, schemas, choices, this);
    }

    /** Return one that binds with the same knowledge and reports elsewhere. */
    TreeBinder within(Session other) {
        return new TreeBinder(other, schemas, registry);
    }

    /** Bind a value; empty if there was a mistake, which is then reported. */
    Optional<Object> bind(YamlNode node, ValueType type, Bounds bounds, String path) {
        session.place(path, node.where());
        Optional<Object> bound = dispatch(node, type, bounds, path);
        bound.ifPresent(value -> session.made(path, value));
        return bound;
    }

    private Optional<Object> dispatch(YamlNode node, ValueType type, Bounds bounds, String path) {
        if (type instanceof ValueType.Scalar scalar) {
            return scalars.bind(node, scalar, bounds, path);
        }
        if (type instanceof ValueType.Constant constant) {
            return scalars.constant(node, constant, path);
        }
        if (type instanceof ValueType.Many many) {
            return list(node, many, bounds, path);
        }
        if (type instanceof ValueType.Table table) {
            return table(node, table, bounds, path);
        }
        if (type instanceof ValueType.Nested nested) {
            return records.bind(node, nested, path);
        }
        if (type instanceof ValueType.Deferred) {
            return node instanceof YamlMap
                    ? Optional.of(node)
                    : scalars.wrong(node, type, path, "");
        }
        return chosen(node, type, path);
    }

    private Optional<Object> chosen(YamlNode node, ValueType type, String path) {
        if (type instanceof ValueType.Permitted permitted && permitted.key().isEmpty()) {
            return choices.keyed(node, permitted, path)
                    .flatMap(selected -> records.choose(selected));
        }
        String key = ChoiceBinder.key(type);
        Optional<YamlMap> map = choices.asMap(node, key);
        if (map.isEmpty()) {
            return scalars.wrong(node, type, path, "");
        }
        return choices.select(map.get(), type, path)
                .flatMap(
                        alternative ->
                                records.choose(
                                        new ChoiceBinder.Selected(
                                                alternative, map.get(), key, path)));
    }

    private Optional<Object> list(YamlNode node, ValueType.Many type, Bounds bounds, String path) {
        if (!(node instanceof YamlList list)) {
            boolean single = node instanceof YamlScalar scalar && !scalar.isNull();
            return scalars.wrong(
                    node, type, path, single ? ListHint.of((YamlScalar) node, type) : "");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            bind(list.items().get(i), type.element(), bounds, Paths.item(path, i))
                    .ifPresent(values::add);
        }
        return values.size() == list.items().size()
                ? Optional.of(List.copyOf(values))
                : Optional.empty();
    }

    private Optional<Object> table(
            YamlNode node, ValueType.Table type, Bounds bounds, String path) {
        if (!(node instanceof YamlMap map)) {
            return scalars.wrong(node, type, path, "");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            bind(entry.value(), type.element(), bounds, Paths.key(path, entry.name()))
                    .ifPresent(value -> values.put(entry.name(), value));
        }
        return values.size() == map.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    Optional<Object> wrong(YamlNode node, ValueType type, String path, String hint) {
        return scalars.wrong(node, type, path, hint);
    }
}
