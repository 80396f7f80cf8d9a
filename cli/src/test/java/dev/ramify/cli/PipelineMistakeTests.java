package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mistakes in pipelines of the built-in plugins: where they are said to be, and with which code.
 */
final class PipelineMistakeTests {

    private static final String SOUND =
            """
            name: study
            dataset: {type: gratings, train: 256, test: 128}
            trunk: {preset: small-cnn, filters: [64, 64, 64]}
            variants:
              - {name: two, strategy: columns, branches: 2, from: conv1, to: pool2}
              - {name: whole, role: control, strategy: none, branches-of: two}
            training: {epochs: 2, batch: 32}
            seeds: [1, 2]
            metrics: [family-information]
            """;

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    training:            | trainning:             | 7:1  | did you mean `training`?
                    strategy: columns    | strategy: colums       | 5:27 | did you mean `columns`?
                    family-information   | family-informtion      | 9:11 | did you mean `family-information`?
                    type: gratings       | type: cifar            | 2:17 | did you mean `cifar10`?
                    small-cnn            | small-cn               | 3:17 | did you mean `small-cnn`?
                    branches-of: two     | branches-of: tow       | 6:63 | did you mean `two`?
                    from: conv1          | from: conv9            | 5:55 | the nearest name is 'conv1'
                    branches: 2          | branches: 7            | 5:46 | the nearest that fit all layers: 4 or 8
                    branches: 2,         | branches: 2, kernel: 5, | 5:49 | unknown key `kernel`
                    from: conv1, to: pool2 | from: pool2, to: conv1 | 5:66 | 'conv1' comes before 'pool2'
                    epochs: 2            | epochs: two            | 7:20 | must be a whole number, found `two`
                    epochs: 2            | epochs: 0              | 7:20 | must be between 1 and 100000, found `0`
                    epochs: 2            | epochs: '\t2'          | 7:20 | must be a whole number
                    batch: 32            | batch: 4096            | 7:30 | larger than the 256 images
                    train: 256           | train: -3              | 2:34 | `dataset.train`
                    '[1, 2]'             | 1                      | 8:8  | write [1]
                    '[1, 2]'             | '[1, 1]'               | 8:8  | the seed 1 stands twice
                    '[1, 2]'             | 5                      | 8:8  | write [1, 2, 3, 4, 5] for 5 of them, or [5] for this one
                    '[1, 2]'             | 1..5                   | 8:8  | write [1, 2, 3, 4, 5]
                    '[1, 2]'             | 2-4                    | 8:8  | write [2, 3, 4]
                    'seeds: '            | 'seeds: '         | 8:7  | type a plain blank
                    '  - {name: two'     | '  - {name: two'  | 5:4  | type a plain blank
                    batch: 32            | lr: 0.1                | 7:23 | `optimizer: {type: sgd, rate: 0.1}`
                    batch: 32            | batch_size: 32         | 7:23 | did you mean `batch`?
                    batch: 32            | batch:32               | 7:23 | put a blank after the colon: `batch: 32`
                    batch: 32            | 'optimizer: {type: sgd, lr: 0.1}' | 7:46 | did you mean `rate`?
                    'seeds: '            | 'seeds:'               | 8:1  | put a blank after the colon
                    '[1, 2]'             | '[1, 2'                | 9:8  | is a bracket or a comma missing?
                    'name: two, '        | ''                     | 5:5  | add `name: two-columns`
                    name: study          | 'name: my: study'      | 1:9  | quote values
                    name: study          | name: ../study         | 1:7  | a name is 1 to 64 letters
                    name: study          | 'name: "study'         | 1:7  | a quotation begins here
                    """)
    void isLocatedAndExplained(String right, String wrong, String place, String words)
            throws Exception {
        assertThat(SOUND).contains(right);

        CommandLineRunner.Result result = validate(SOUND.replaceFirst(quoted(right), wrong));

        assertThat(result.err())
                .contains("pipeline.yaml:" + place + "\n")
                .contains("^")
                .contains(words)
                .contains("1 problem")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void backslashesOfWindowsInDoubleQuotes() throws Exception {
        String gratings = "type: gratings, train: 256, test: 128";
        expect(
                SOUND.replace(gratings, "type: images, path: \"C:\\data\""),
                "2:35",
                "write single quotes, or `/` in paths");
        expect(
                SOUND.replace(gratings, "type: images, path: \"C:\\new\\toys\""),
                "2:31",
                "write single quotes, or `/`");
    }

    @Test
    void sixMistakesOfOneFileAreSaidAtOnce() throws Exception {
        String text =
                SOUND.replace("name: study", "name: my study")
                        .replace("gratings", "grating")
                        .replace("branches: 2", "branches: 7")
                        .replace("epochs: 2", "epochs: two")
                        .replace("[1, 2]", "[1, 1]")
                        .replace("family-information", "family-informtion");

        CommandLineRunner.Result result = validate(text);

        assertThat(result.err())
                .contains("yaml:1:7", "yaml:2:17", "yaml:5:46", "yaml:7:20", "yaml:8:8")
                .contains("yaml:9:11")
                .contains("6 problems");
    }

    @Test
    void missingDataHideNoOtherMistake() throws Exception {
        String text =
                SOUND.replace(
                                "type: gratings, train: 256, test: 128",
                                "type: images, path: nowhere")
                        .replace("epochs: 2", "epochs: two");

        CommandLineRunner.Result result = validate(text);

        assertThat(result.err()).contains("the folder does not exist").contains("2 problems");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void aTabInTheIndentation() throws Exception {
        expect(SOUND.replace("  - {name: two", "\t- {name: two"), "5:1", "indent with spaces");
    }

    @Test
    void aKeyThatStandsTwice() throws Exception {
        expect(SOUND + "seeds: [3]\n", "10:1", "first: ");
    }

    @Test
    void anEmptyFile() throws Exception {
        expect("", "1:1", "examples/quickstart.yaml");
    }

    @Test
    void aYamlBomb() throws Exception {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'h'; c++) {
            String one = "*" + (char) (c - 1) + ", ";
            bomb.append("%c: &%c [%s]\n".formatted(c, c, one.repeat(9) + "x"));
        }
        expect(bomb.toString(), "5:12", "without aliases of aliases");
    }

    @Test
    void aFileThatIsNotThere() {
        CommandLineRunner.Result result =
                new CommandLineRunner(folder)
                        .run("validate", folder.resolve("nowhere.yaml").toString());

        assertThat(result.err()).contains("nowhere.yaml:1:1").contains("there is no such file");
        assertThat(result.code()).isEqualTo(3);
    }

    private void expect(String text, String place, String words) throws IOException {
        CommandLineRunner.Result result = validate(text);

        assertThat(result.err())
                .contains("pipeline.yaml:" + place + "\n")
                .contains(words)
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(3);
    }

    private CommandLineRunner.Result validate(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), text);
        return new CommandLineRunner(folder).run("validate", file.toString());
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
