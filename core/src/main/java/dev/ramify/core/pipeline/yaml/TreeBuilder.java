package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one text from its events, counting what aliases would expand to. */
final class TreeBuilder {

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 20_000;
    private static final String MERGE = "<<";

    private final Source source;
    private final Iterator<Event> events;
    private final List<Problem> problems;
    private final Map<String, Optional<YamlNode>> anchors = new HashMap<>();
    private final IdentityHashMap<YamlNode, Integer> sizes = new IdentityHashMap<>();

    TreeBuilder(Source source, Iterable<Event> events, List<Problem> problems) {
        this.source = source;
        this.events = events.iterator();
        this.problems = problems;
    }

    Optional<YamlNode> build() {
        Optional<YamlNode> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (root.isPresent()) {
                        throw refuse(
                                ProblemCode.SYNTAX,
                                event,
                                "a second document starts here; a file holds one pipeline",
                                "move it to a file of its own");
                    }
                    root = Optional.of(node(events.next(), 0));
                }
                default -> {}
            }
        }
        if (root.isEmpty() || (root.get() instanceof YamlScalar scalar && scalar.isNull())) {
            throw new RefusedException(
                    new Problem(
                            ProblemCode.EMPTY,
                            new Location(source, 0, 0, 1),
                            "there is nothing here",
                            "",
                            List.of(
                                    "a pipeline says at least `name`, `dataset`, `trunk` and `variants`; examples/quickstart.yaml is one to start from")));
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue);
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        YamlNode node =
                event instanceof ScalarEvent scalar
                        ? scalar(scalar)
                        : collection((CollectionStartEvent) event, depth);
        anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
        return node;
    }

    private YamlNode aliased(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Optional<YamlNode> target = anchors.get(name);
        if (target == null) {
            throw refuse(
                    ProblemCode.SYNTAX,
                    alias,
                    "no anchor `&%s` stands before this alias".formatted(name),
                    "define it first");
        }
        return target.orElseThrow(
                () ->
                        refuse(
                                ProblemCode.SYNTAX,
                                alias,
                                "the alias `*%s` stands inside its own anchor".formatted(name),
                                "write the value out"));
    }

    private YamlScalar scalar(ScalarEvent event) {
        event.getTag().ifPresent(tag -> refuseTag(event, tag));
        YamlScalar scalar = new YamlScalar(event.getValue(), event.isPlain(), spanOf(event));
        sizes.put(scalar, 1);
        return scalar;
    }

    private YamlNode collection(CollectionStartEvent event, int depth) {
        event.getTag().ifPresent(tag -> refuseTag(event, tag));
        if (depth >= DEEPEST) {
            throw refuse(
                    ProblemCode.EXCESSIVE,
                    event,
                    "lists and maps are nested more than %d deep".formatted(DEEPEST),
                    "");
        }
        YamlNode node =
                event instanceof MappingStartEvent ? map(event, depth + 1) : list(event, depth + 1);
        return node;
    }

    private YamlList list(CollectionStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        int size = 1;
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            YamlNode item = node(event, depth);
            size = grow(size, item, event);
            items.add(item);
        }
        YamlList list = new YamlList(items, spanOf(start));
        sizes.put(list, size);
        return list;
    }

    private YamlMap map(CollectionStartEvent start, int depth) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        List<YamlMap> merged = new ArrayList<>();
        int size = 1;
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            YamlNode key = node(event, depth);
            if (!(key instanceof YamlScalar name)) {
                throw refuse(
                        ProblemCode.SYNTAX,
                        event,
                        "%s cannot be a key".formatted(key.describe()),
                        "");
            }
            YamlNode value = node(events.next(), depth);
            size = grow(size, value, event);
            if (name.plain() && name.text().equals(MERGE)) {
                merged.addAll(mapsOf(value, event));
                continue;
            }
            YamlMap.Entry earlier =
                    entries.putIfAbsent(name.text(), new YamlMap.Entry(name, value));
            if (earlier != null) {
                problems.add(duplicate(name, earlier));
            }
        }
        // Keys of the map itself go before merged ones, and maps merged earlier before later ones.
        merged.forEach(
                each -> each.entries().forEach(entry -> entries.putIfAbsent(entry.name(), entry)));
        YamlMap map = new YamlMap(List.copyOf(entries.values()), spanOf(start));
        sizes.put(map, size);
        return map;
    }

    /** Read what a merge key (YAML 1.1) takes over: a map, or a list of them. */
    private List<YamlMap> mapsOf(YamlNode value, Event event) {
        if (value instanceof YamlMap map) {
            return List.of(map);
        }
        List<YamlMap> maps = new ArrayList<>();
        List<YamlNode> items =
                value instanceof YamlList list ? list.items() : List.<YamlNode>of(value);
        for (YamlNode item : items) {
            if (!(item instanceof YamlMap map)) {
                throw refuse(
                        ProblemCode.SYNTAX,
                        event,
                        "`<<` takes over the keys of a map, found %s".formatted(item.describe()),
                        "name the anchor of a map, as in `<<: *common`");
            }
            maps.add(map);
        }
        return maps;
    }

    private static Problem duplicate(YamlScalar key, YamlMap.Entry earlier) {
        return new Problem(
                ProblemCode.DUPLICATE_KEY,
                key.where(),
                "the key `%s` stands twice in one map".formatted(key.shown()),
                "remove one",
                List.of("first: " + earlier.key().where()));
    }

    private int grow(int size, YamlNode part, Event event) {
        int grown = size + 1 + sizes.getOrDefault(part, 1);
        if (grown > MOST_NODES) {
            throw refuse(
                    ProblemCode.EXCESSIVE,
                    event,
                    "the file holds more than %,d values once aliases are expanded"
                            .formatted(MOST_NODES),
                    "write out what is meant, without aliases of aliases");
        }
        return grown;
    }

    private void refuseTag(Event event, String tag) {
        if (!"!".equals(tag)) {
            throw refuse(
                    ProblemCode.SYNTAX,
                    event,
                    "the tag `%s` means nothing here".formatted(tag),
                    "remove it");
        }
    }

    private RefusedException refuse(ProblemCode code, Event event, String message, String hint) {
        return new RefusedException(new Problem(code, spanOf(event), message, hint));
    }

    private Location spanOf(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElse(start);
        int length = start.getLine() == end.getLine() ? end.getColumn() - start.getColumn() : 1;
        return new Location(source, start.getLine(), start.getColumn(), length);
    }
}
