package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import java.util.List;

/**
 * A list of values.
 *
 * @param items the values, in order
 * @param where its place
 */
public record YamlList(List<YamlNode> items, Location where) implements YamlNode {

    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
