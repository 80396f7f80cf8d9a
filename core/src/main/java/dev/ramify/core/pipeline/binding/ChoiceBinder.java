package dev.ramify.core.pipeline.binding;

import dev.ramify.api.plugin.Extension;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.plugin.BrokenPlugin;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which alternative a tree chooses. */
final class ChoiceBinder {

    private final Session session;
    private final ExtensionRegistry registry;

    ChoiceBinder(Session session, ExtensionRegistry registry) {
        this.session = session;
        this.registry = registry;
    }

    /**
     * What was chosen, with the map of its options.
     *
     * @param alternative what was chosen
     * @param options the map that has the options
     * @param key the key in it that chose; empty if none did
     * @param path path of the map
     */
    record Selected(Alternative alternative, YamlMap options, String key, String path) {}

    static String key(ValueType type) {
        if (type instanceof ValueType.Provided provided) {
            return provided.key();
        }
        return ((ValueType.Permitted) type).key();
    }

    /** Read {@code name} as {@code {key: name}}; empty if it is neither a name nor a map. */
    Optional<YamlMap> asMap(YamlNode node, String key) {
        if (node instanceof YamlMap map) {
            return Optional.of(map);
        }
        if (node instanceof YamlScalar name && !name.isNull()) {
            YamlScalar chooser = new YamlScalar(key, true, name.where());
            return Optional.of(
                    new YamlMap(List.of(new YamlMap.Entry(chooser, name)), name.where()));
        }
        return Optional.empty();
    }

    /** Find what the choosing key of a map names. */
    Optional<Alternative> select(YamlMap map, ValueType type, String path) {
        String key = key(type);
        Optional<YamlMap.Entry> entry = map.entry(key);
        List<Alternative> alternatives = alternatives(type);
        List<String> names = alternatives.stream().map(Alternative::name).toList();
        if (entry.isEmpty()) {
            if (NearestName.of(key, map.keys()).isEmpty()) {
                session.report(
                        ProblemCode.MISSING_KEY,
                        map.where(),
                        "`%s` is missing".formatted(Paths.key(path, key)),
                        "add `%s: ...`".formatted(key),
                        List.of("allowed: " + String.join(", ", names)));
            }
            return Optional.empty();
        }
        YamlNode value = entry.get().value();
        session.place(Paths.key(path, key), value.where());
        if (!(value instanceof YamlScalar name) || name.isNull()) {
            session.report(
                    ProblemCode.WRONG_TYPE,
                    value.where(),
                    "`%s` must be a name, found %s"
                            .formatted(Paths.key(path, key), value.describe()),
                    "expected a name",
                    List.of("allowed: " + String.join(", ", names)));
            return Optional.empty();
        }
        return named(name, alternatives, type);
    }

    /** Find what the only key of a map names. */
    Optional<Selected> keyed(YamlNode node, ValueType.Permitted type, String path) {
        YamlMap none = new YamlMap(List.of(), node.where());
        if (node instanceof YamlScalar name && !name.isNull()) {
            return named(name, type.alternatives(), type)
                    .map(alternative -> new Selected(alternative, none, "", path));
        }
        if (!(node instanceof YamlMap map) || map.entries().isEmpty()) {
            session.report(
                    ProblemCode.WRONG_TYPE,
                    node.where(),
                    "`%s` must be %s, found %s"
                            .formatted(path, type.expectation(), node.describe()),
                    "write `name: {...}`");
            return Optional.empty();
        }
        if (map.entries().size() > 1) {
            return tooManyKeys(map, type, path);
        }
        YamlMap.Entry only = map.entries().get(0);
        Optional<Alternative> alternative = named(only.key(), type.alternatives(), type);
        if (only.value() instanceof YamlMap options) {
            String inside = Paths.key(path, only.name());
            session.place(inside, options.where());
            return alternative.map(found -> new Selected(found, options, "", inside));
        }
        if (only.value() instanceof YamlScalar scalar && scalar.isNull()) {
            return alternative.map(found -> new Selected(found, none, "", path));
        }
        session.report(
                ProblemCode.WRONG_TYPE,
                only.value().where(),
                "`%s` must be a map of options, found %s"
                        .formatted(Paths.key(path, only.name()), only.value().describe()),
                "expected a map");
        return Optional.empty();
    }

    private Optional<Selected> tooManyKeys(YamlMap map, ValueType.Permitted type, String path) {
        YamlMap.Entry first = map.entries().get(0);
        boolean dangling = first.value() instanceof YamlScalar scalar && scalar.isNull();
        session.report(
                ProblemCode.WRONG_TYPE,
                map.entries().get(1).key().where(),
                "`%s` must have one key, found %s".formatted(path, Names.list(map.keys())),
                dangling
                        ? "indent it further than `%s`".formatted(first.name())
                        : "start a new list item with `- `",
                List.of("expected: " + type.expectation()));
        return Optional.empty();
    }

    private Optional<Alternative> named(
            YamlScalar name, List<Alternative> alternatives, ValueType type) {
        Optional<Alternative> found =
                alternatives.stream().filter(a -> a.name().equals(name.text())).findFirst();
        if (found.isEmpty()) {
            List<String> names = alternatives.stream().map(Alternative::name).toList();
            String hint = NearestName.hint(name.text(), names);
            List<String> notes = new ArrayList<>();
            notes.add(
                    (type instanceof ValueType.Provided ? "installed: " : "allowed: ")
                            + (names.isEmpty() ? "none" : String.join(", ", names)));
            boolean suspect = false;
            if (type instanceof ValueType.Provided && hint.isEmpty()) {
                for (BrokenPlugin broken : registry.broken()) {
                    suspect = true;
                    notes.add("not loaded: " + broken);
                }
            }
            session.report(
                    suspect ? ProblemCode.BROKEN_PLUGIN : ProblemCode.UNKNOWN_NAME,
                    name.where(),
                    "no %s is named %s".formatted(noun(type), name.describe()),
                    hint,
                    notes);
        }
        return found;
    }

    private static String noun(ValueType type) {
        if (type instanceof ValueType.Provided provided) {
            return provided.kind().singular();
        }
        return Names.kebab(((ValueType.Permitted) type).type().getSimpleName())
                .replaceAll("-(spec|options)$", "")
                .replace('-', ' ');
    }

    private List<Alternative> alternatives(ValueType type) {
        if (type instanceof ValueType.Permitted permitted) {
            return permitted.alternatives();
        }
        ExtensionKind kind = ((ValueType.Provided) type).kind();
        return registry.list(kind).stream()
                .map(registered -> alternative(registered.extension()))
                .toList();
    }

    private static Alternative alternative(Extension<?> extension) {
        return new Alternative(
                extension.id(),
                extension.summary(),
                extension.options(),
                options -> new Chosen<>(extension, options));
    }
}
