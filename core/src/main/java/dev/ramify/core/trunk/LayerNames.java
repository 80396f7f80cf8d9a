package dev.ramify.core.trunk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives names to written layers that have none: {@code relu1}, {@code relu2} and so on, in the
 * order of the text, leaving out names that are written anywhere. Not thread-safe.
 */
public final class LayerNames {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    LayerNames(List<LayerSpec> layers) {
        collect(layers);
    }

    boolean contains(String name) {
        return taken.contains(name);
    }

    /** Return the name that is written, or else the next of the kind's that is free. */
    String orNext(@Nullable String written, String kind) {
        if (written != null) {
            return written;
        }
        String name;
        do {
            name = kind + counts.merge(kind, 1, Integer::sum);
        } while (!taken.add(name));
        return name;
    }

    private void collect(List<LayerSpec> layers) {
        for (LayerSpec layer : layers) {
            String name = layer.name();
            if (name != null) {
                taken.add(name);
            }
            layer.parts().forEach(this::collect);
        }
    }
}
