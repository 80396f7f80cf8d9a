package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.plugin.ExtensionRegistry;
import java.util.Optional;

/** Binds YAML trees to records, strictly: every mistake at once, each in its place. Thread-safe. */
public final class Binder {

    private final Schemas schemas;
    private final ExtensionRegistry registry;

    /**
     * @param schemas how records are written
     * @param registry the extensions that can be chosen
     */
    public Binder(Schemas schemas, ExtensionRegistry registry) {
        this.schemas = schemas;
        this.registry = registry;
    }

    /** Bind the tree of a whole file. */
    public <T extends Record> Binding<T> bind(YamlNode root, Class<T> type) {
        return bind(root, type, "");
    }

    /** Bind a part of a file, which stands at a path. */
    public <T extends Record> Binding<T> bind(YamlNode node, Class<T> type, String path) {
        Session session = new Session();
        Optional<Object> value =
                new TreeBinder(session, schemas, registry)
                        .bind(node, new ValueType.Nested(type), Bounds.NONE, path);
        return session.finish(value.map(type::cast));
    }
}
