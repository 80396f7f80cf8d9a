package dev.ramify.core.pipeline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YAML as editors and people write it. */
final class YamlReaderTests {

    @TempDir private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aByteOrderMarkIsNoPartOfAKeyWhereverADocumentStarts() throws IOException {
        for (String text :
                List.of("\uFEFFname: t\n", "---\n\uFEFFname: t\n", "# x\n\uFEFFname: t")) {
            assertThat(read(text).keys()).containsExactly("name");
        }
    }

    @Test
    void aMergeKeyTakesOverWhatTheMapDoesNotSay() throws IOException {
        YamlMap root =
                read(
                        """
                        one: &one {a: 1, b: 1}
                        two: &two {b: 2, c: 2}
                        both: {<<: [*one, *two], d: 3}
                        own: {a: 9, <<: *one}
                        """);

        assertThat(text(root, "both")).containsExactly("d=3", "a=1", "b=1", "c=2");
        assertThat(text(root, "own")).containsExactly("a=9", "b=1");
    }

    @Test
    void aMergeOfWhatIsNoMapIsRefusedWithWhatToWrite() throws IOException {
        assertThat(new SourceReader().read(write("a: {<<: 3}\n"), problems))
                .map(source -> new YamlReader().read(source, problems))
                .hasValueSatisfying(tree -> assertThat(tree).isEmpty());
        assertThat(problems)
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message())
                                    .isEqualTo("`<<` takes over the keys of a map, found `3`");
                            assertThat(problem.hint()).contains("<<: *common");
                        });
    }

    @Test
    void aQuotedMergeKeyIsAKey() throws IOException {
        assertThat(read("'<<': {a: 1}\n").keys()).containsExactly("<<");
    }

    private YamlMap read(String text) throws IOException {
        return new SourceReader()
                .read(write(text), problems)
                .flatMap(source -> new YamlReader().read(source, problems))
                .map(YamlMap.class::cast)
                .orElseThrow();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("p.yaml"), text);
    }

    private static List<String> text(YamlMap root, String key) {
        YamlMap map = (YamlMap) root.entry(key).orElseThrow().value();
        return map.entries().stream()
                .map(entry -> entry.name() + "=" + ((YamlScalar) entry.value()).text())
                .toList();
    }
}
