package dev.ramify.core.pipeline;

import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the sound items of a list, of which others may be mistaken. */
final class Parts {

    private Parts() {}

    /** Return the items by path, in the order of the list. */
    static <T> Map<String, T> of(Binding<?> binding, String list, Class<T> type) {
        Map<String, T> parts = new LinkedHashMap<>();
        for (int i = 0; binding.places().containsKey(Paths.item(list, i)); i++) {
            String path = Paths.item(list, i);
            Optional<T> part = binding.part(path, type);
            part.ifPresent(value -> parts.put(path, value));
        }
        return parts;
    }
}
