package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A study of two variants and two seeds that takes a few seconds. */
final class SmallStudy {

    static final String TEXT =
            """
            name: small
            dataset: {type: gratings, size: 12, train: 96, test: 48}
            trunk: {preset: small-cnn, kernel: 3, filters: [4, 4, 4]}
            variants:
              - {name: two, strategy: columns, branches: 2, from: conv1, to: relu2}
              - {name: whole, role: control, strategy: none, branches-of: two}
            training: {epochs: 3, batch: 16}
            seeds: [1, 2]
            record: {samples: 48, layers: [conv1]}
            metrics:
              - {metric: family-information, every-epoch: true, permutations: 19}
              - {metric: filter-statistics, permutations: 19}
            visualizers: [specialization-table]
            """;

    private SmallStudy() {}

    /** Assert that two run directories hold the same files, byte for byte. */
    static void assertSame(Path found, Path expected) throws IOException {
        TreeMap<String, String> contents = contents(expected);
        TreeMap<String, String> others = contents(found);
        assertThat(contents).containsKeys("measurements.json", "variants/two/seed-1/weights.npz");
        assertThat(others.keySet()).isEqualTo(contents.keySet());
        contents.forEach((name, bytes) -> assertThat(others.get(name)).as(name).isEqualTo(bytes));
    }

    private static TreeMap<String, String> contents(Path directory) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
