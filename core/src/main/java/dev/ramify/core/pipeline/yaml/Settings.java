package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets values beside the file. Items of a list are reached by index, or by the {@code name} that
 * they have: {@code variants.two-columns.branches=4}.
 */
public final class Settings {

    private final List<Problem> problems;

    /**
     * @param problems receives what is wrong
     */
    public Settings(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Return the tree with values set, in order.
     *
     * @param settings each {@code path=value}
     * @param folder what relative paths in values start from
     */
    public YamlNode apply(YamlNode root, List<String> settings, Path folder) {
        YamlNode tree = root;
        for (String setting : settings) {
            Optional<Setting> override = Setting.parse(setting, folder, problems);
            if (override.isPresent()) {
                tree = set(tree, override.get().steps(), override.get().value());
            }
        }
        return tree;
    }

    private YamlNode set(YamlNode node, List<Setting.Step> steps, YamlNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        Setting.Step step = steps.get(0);
        List<Setting.Step> rest = steps.subList(1, steps.size());
        if (node instanceof YamlMap map) {
            return map.with(entry(map, step, rest, value));
        }
        if (node instanceof YamlList list) {
            return inList(list, step, rest, value);
        }
        YamlScalar scalar = (YamlScalar) node;
        if (scalar.isNull()) {
            return set(new YamlMap(List.of(), step.where()), steps, value);
        }
        problems.add(
                new Problem(
                        ProblemCode.BAD_OVERRIDE,
                        step.where(),
                        "`%s` leads nowhere: %s has no keys"
                                .formatted(step.name(), scalar.describe()),
                        "set the whole value",
                        List.of("it stands at " + scalar.where())));
        return node;
    }

    private YamlMap.Entry entry(
            YamlMap map, Setting.Step step, List<Setting.Step> rest, YamlNode value) {
        Optional<YamlMap.Entry> present = map.entry(step.name());
        YamlScalar key = new YamlScalar(step.name(), true, step.where());
        YamlNode inside =
                present.map(YamlMap.Entry::value)
                        .orElseGet(() -> new YamlMap(List.of(), step.where()));
        YamlNode changed = set(inside, rest, value);
        return new YamlMap.Entry(present.map(YamlMap.Entry::key).orElse(key), changed);
    }

    private YamlNode inList(
            YamlList list, Setting.Step step, List<Setting.Step> rest, YamlNode value) {
        Optional<Integer> index = step.index().or(() -> named(list, step.name()));
        if (index.isEmpty() || index.get() >= list.items().size()) {
            List<String> names = list.items().stream().flatMap(i -> name(i).stream()).toList();
            problems.add(
                    new Problem(
                            ProblemCode.BAD_OVERRIDE,
                            step.where(),
                            "the list has no item `%s`".formatted(step.name()),
                            NearestName.hint(step.name(), names),
                            List.of(
                                    "allowed: 0 to %d%s"
                                            .formatted(
                                                    list.items().size() - 1,
                                                    names.isEmpty()
                                                            ? ""
                                                            : ", " + String.join(", ", names)))));
            return list;
        }
        List<YamlNode> items = new ArrayList<>(list.items());
        items.set(index.get(), set(items.get(index.get()), rest, value));
        return new YamlList(items, list.where());
    }

    private static Optional<Integer> named(YamlList list, String name) {
        for (int i = 0; i < list.items().size(); i++) {
            if (name(list.items().get(i)).filter(name::equals).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(YamlNode item) {
        return item instanceof YamlMap map
                ? map.entry("name")
                        .map(YamlMap.Entry::value)
                        .filter(YamlScalar.class::isInstance)
                        .map(value -> ((YamlScalar) value).text())
                : Optional.empty();
    }
}
