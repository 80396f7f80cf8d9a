package dev.ramify.plugins.datasets.memory;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dataset that holds no files open. Keeps the order of the digests. */
public record InMemoryDataset(
        Shape shape,
        List<String> classes,
        List<Factor> factors,
        Examples train,
        Examples test,
        Map<String, String> digests,
        List<String> notes)
        implements Dataset {

    /** Hold a dataset of which nothing is to be said. */
    public InMemoryDataset(
            Shape shape,
            List<String> classes,
            List<Factor> factors,
            Examples train,
            Examples test,
            Map<String, String> digests) {
        this(shape, classes, factors, train, test, digests, List.of());
    }

    public InMemoryDataset {
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
        notes = List.copyOf(notes);
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
