package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds maps to records. */
final class RecordBinder {

    private final Session session;
    private final Schemas schemas;
    private final ChoiceBinder choices;
    private final TreeBinder tree;
    private final KeyReports keys;
    private final RecordFactory factory;

    RecordBinder(Session session, Schemas schemas, ChoiceBinder choices, TreeBinder tree) {
        this.session = session;
        this.schemas = schemas;
        this.choices = choices;
        this.tree = tree;
        this.keys = new KeyReports(session);
        this.factory = new RecordFactory(session);
    }

    Optional<Object> bind(YamlNode node, ValueType.Nested type, String path) {
        RecordSchema schema = schemas.of(type.type());
        Optional<YamlMap> map =
                schema.choosingKey()
                        .map(key -> choices.asMap(node, key))
                        .orElseGet(
                                () ->
                                        node instanceof YamlMap written
                                                ? Optional.of(written)
                                                : Optional.empty());
        if (map.isEmpty()) {
            return tree.wrong(node, type, path, "");
        }
        return fill(schema, map.get(), path);
    }

    /** Bind the options of what was chosen. */
    Optional<Object> choose(ChoiceBinder.Selected selected) {
        return choose(selected, Set.of());
    }

    private Optional<Object> choose(ChoiceBinder.Selected selected, Set<String> excused) {
        Alternative alternative = selected.alternative();
        RecordSchema schema = schemas.of(alternative.options());
        List<String> allowed = new ArrayList<>(schema.keys());
        if (!selected.key().isEmpty()) {
            allowed.add(0, selected.key());
        }
        Set<String> corrected =
                new HashSet<>(keys.reportUnknown(selected.options(), allowed, selected.path()));
        corrected.addAll(excused);
        return components(schema, selected.options(), Optional.empty(), corrected, selected.path())
                .map(record -> alternative.wrap().apply((Record) record));
    }

    private Optional<Object> fill(RecordSchema schema, YamlMap map, String path) {
        Optional<OptionSchema> inline = schema.inline();
        Optional<Alternative> chosen = inline.flatMap(o -> select(o, map, path));
        List<String> allowed = new ArrayList<>(schema.keys());
        schema.choosingKey().ifPresent(allowed::add);
        chosen.ifPresent(a -> allowed.addAll(schemas.of(a.options()).keys()));
        // Without knowing what was chosen, any key might be one of its options.
        boolean complete = inline.isEmpty() || chosen.isPresent() || isLeftOut(inline.get(), map);
        Set<String> corrected = complete ? keys.reportUnknown(map, allowed, path) : Set.of();
        return components(schema, map, chosen, corrected, path);
    }

    private Optional<Object> components(
            RecordSchema schema,
            YamlMap map,
            Optional<Alternative> chosen,
            Set<String> corrected,
            String path) {
        Object[] values = new Object[schema.options().size()];
        boolean sound = true;
        Set<String> soundKeys = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            OptionSchema option = schema.options().get(i);
            Outcome outcome =
                    option.inline()
                            ? inline(option, chosen, map, corrected, path)
                            : value(option, map, corrected, path);
            values[i] = outcome.value();
            sound &= outcome.sound();
            if (outcome.sound()) {
                soundKeys.add(option.key());
            }
        }
        if (sound) {
            return factory.make(schema, values, map.where(), path);
        }
        checkSound(schema, values, soundKeys, path);
        return Optional.empty();
    }

    /** A mistaken value that might have been left out could mean anything. */
    private void checkSound(
            RecordSchema schema, @Nullable Object[] values, Set<String> sound, String path) {
        for (int i = 0; i < values.length; i++) {
            OptionSchema option = schema.options().get(i);
            if (!sound.contains(option.key())) {
                if (option.nullable()) {
                    return;
                }
                String at = Paths.key(path, option.key());
                values[i] =
                        option.fallback()
                                .flatMap(
                                        node ->
                                                tree.within(new Session())
                                                        .bind(node, option.type(), Bounds.NONE, at))
                                .orElse(null);
            }
        }
        factory.checkSound(schema, values, sound, path);
    }

    private static boolean isLeftOut(OptionSchema inline, YamlMap map) {
        return inline.nullable() && map.entry(ChoiceBinder.key(inline.type())).isEmpty();
    }

    private Optional<Alternative> select(OptionSchema inline, YamlMap map, String path) {
        return isLeftOut(inline, map) ? Optional.empty() : choices.select(map, inline.type(), path);
    }

    private Outcome inline(
            OptionSchema option,
            Optional<Alternative> chosen,
            YamlMap map,
            Set<String> corrected,
            String path) {
        if (chosen.isEmpty()) {
            return isLeftOut(option, map) ? Outcome.NOTHING : Outcome.MISTAKE;
        }
        List<String> known = schemas.of(chosen.get().options()).keys();
        YamlMap options =
                new YamlMap(
                        map.entries().stream().filter(e -> known.contains(e.name())).toList(),
                        map.where());
        return choose(new ChoiceBinder.Selected(chosen.get(), options, "", path), corrected)
                .map(Outcome::of)
                .orElse(Outcome.MISTAKE);
    }

    private Outcome value(OptionSchema option, YamlMap map, Set<String> corrected, String path) {
        String at = Paths.key(path, option.key());
        Optional<YamlMap.Entry> entry = map.entry(option.key());
        if (entry.isPresent()) {
            YamlNode node = entry.get().value();
            boolean empty = node instanceof YamlScalar scalar && scalar.isNull();
            if (empty && option.nullable()) {
                return Outcome.NOTHING;
            }
            return tree.bind(keyed(node, entry.get()), option.type(), Bounds.of(option), at)
                    .map(Outcome::of)
                    .orElse(Outcome.MISTAKE);
        }
        if (option.fallback().isPresent()) {
            return fallback(option, option.fallback().get(), at);
        }
        if (option.nullable()) {
            return Outcome.NOTHING;
        }
        if (!corrected.contains(option.key())) {
            keys.reportMissing(option, map, at);
        }
        return Outcome.MISTAKE;
    }

    /** Give a value that is written as nothing the place of its key, where people will look. */
    private static YamlNode keyed(YamlNode node, YamlMap.Entry entry) {
        return node instanceof YamlScalar scalar && scalar.isNull()
                ? new YamlScalar(scalar.text(), true, entry.key().where())
                : node;
    }

    private Outcome fallback(OptionSchema option, YamlNode node, String at) {
        Session apart = new Session();
        Optional<Object> bound = tree.within(apart).bind(node, option.type(), Bounds.NONE, at);
        if (bound.isEmpty()) {
            throw new SchemaException(
                    List.of(
                            "the default of '%s' in %s cannot be bound: %s"
                                    .formatted(
                                            option.key(),
                                            option.component().getDeclaringRecord().getName(),
                                            apart.finish(Optional.empty()).problems())));
        }
        apart.finish(bound).parts().forEach(session::made);
        return Outcome.of(bound.get());
    }

    /** What came of one component: a value, which may be null, or a mistake. */
    private record Outcome(@Nullable Object value, boolean sound) {
        static final Outcome NOTHING = new Outcome(null, true);
        static final Outcome MISTAKE = new Outcome(null, false);

        static Outcome of(Object value) {
            return new Outcome(value, true);
        }
    }
}
