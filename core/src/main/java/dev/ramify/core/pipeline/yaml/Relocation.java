package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.Source;

/** Moves a tree to another text with the same places. */
final class Relocation {

    private Relocation() {}

    static Problem to(Source source, Problem problem) {
        return new Problem(
                problem.code(),
                moved(source, problem.where()),
                problem.message(),
                problem.hint(),
                problem.notes());
    }

    static YamlNode to(Source source, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar(source, scalar);
        }
        if (node instanceof YamlList list) {
            return new YamlList(
                    list.items().stream().map(item -> to(source, item)).toList(),
                    moved(source, list.where()));
        }
        YamlMap map = (YamlMap) node;
        return new YamlMap(
                map.entries().stream()
                        .map(e -> new YamlMap.Entry(scalar(source, e.key()), to(source, e.value())))
                        .toList(),
                moved(source, map.where()));
    }

    private static YamlScalar scalar(Source source, YamlScalar scalar) {
        return new YamlScalar(scalar.text(), scalar.plain(), moved(source, scalar.where()));
    }

    private static Location moved(Source source, Location where) {
        return new Location(source, where.line(), where.column(), where.length());
    }
}
