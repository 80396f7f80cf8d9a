package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys with values, in the order of the file; no key stands twice.
 *
 * @param entries the keys with their values
 * @param where its place
 */
public record YamlMap(List<Entry> entries, Location where) implements YamlNode {

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /**
     * A key with its value.
     *
     * @param key the key, with its place
     * @param value the value
     */
    public record Entry(YamlScalar key, YamlNode value) {

        /** Return the key's text. */
        public String name() {
            return key.text();
        }
    }

    /** Return the keys, in order. */
    public List<String> keys() {
        return entries.stream().map(Entry::name).toList();
    }

    /** Find an entry. */
    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
    }

    /** Return the same map with an entry in the place of the one with its key, or added. */
    public YamlMap with(Entry added) {
        List<Entry> changed = new ArrayList<>();
        boolean replaced = false;
        for (Entry entry : entries) {
            boolean same = entry.name().equals(added.name());
            changed.add(same ? added : entry);
            replaced |= same;
        }
        if (!replaced) {
            changed.add(added);
        }
        return new YamlMap(changed, where);
    }

    @Override
    public String describe() {
        return "a map";
    }
}
