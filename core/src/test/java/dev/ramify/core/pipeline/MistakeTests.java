package dev.ramify.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is located, explained, and shown on a screen. */
final class MistakeTests {

    private static final String SOUND = Pipelines.SOUND;

    @TempDir private Path folder;
    private Pipelines pipelines;

    @BeforeEach
    void open() {
        pipelines = new Pipelines(folder);
    }

    @Test
    void aProblemIsShownWithLineCaretHintAndWhatIsAllowed() {
        List<Problem> problems = pipelines.problems(replaced("epochs: 3", "epoch: 3"));

        assertThat(pipelines.shown(problems))
                .isEqualTo(
                        """
                        error[C103]: unknown key `epoch` in `training`
                          --> pipeline.yaml:7:12
                          |
                        7 | training: {epoch: 3}
                          |            ^^^^^ did you mean `epochs`?
                          = allowed: objective, epochs, batch, optimizer, schedule, weight-decay, initial-gain, clip
                        """);
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfTheFile() {
        String text =
                replaced("epochs: 3", "epoch: 3")
                        .replace("branches: 2}", "branches: 7}")
                        .replace("purity, least", "purty, least")
                        .replace("[blank]", "[blnk]")
                        .replace("seeds: [1, 2, 3]", "seeds: [1, 2, 2]");

        String shown = pipelines.shown(pipelines.problems(text));

        assertThat(shown.lines().filter(line -> line.startsWith("error")))
                .containsExactly(
                        "error[C106]: `variants[0].branches`: 32 units of `conv1` cannot be divided by 7",
                        "error[C103]: unknown key `epoch` in `training`",
                        "error[C106]: `seeds`: the seed 2 stands twice; seeds must be distinct",
                        "error[C104]: no metric is named `purty`",
                        "error[C104]: no visualizer is named `blnk`");
    }

    @Test
    void aMisspeltKeyOfTheFileGetsTheNearestOne() {
        expect(replaced("training:", "trainning:"), "C103", 7, 1, "`trainning`", "`training`");
    }

    @Test
    void aMisspeltStrategyGetsTheNearestInstalledOne() {
        expect(
                replaced("strategy: split", "strategy: splitt"),
                "C104",
                5,
                30,
                "no branching strategy is named `splitt`",
                "did you mean `split`?");
    }

    @Test
    void anUnknownStrategyGetsTheListOfInstalledOnes() {
        expect(
                replaced("strategy: split", "strategy: wavelet"),
                "C104",
                5,
                30,
                "no branching strategy is named `wavelet`",
                "installed: none, split");
    }

    @Test
    void anUnknownOptionOfAStrategyIsFoundAmongItsKeysAndTheVariants() {
        expect(
                replaced("branches: 2}", "branchs: 2}"),
                "C103",
                5,
                37,
                "unknown key `branchs` in `variants[0]`",
                "did you mean `branches`?");
    }

    @Test
    void aMissingKeyIsReportedWithAnExample() {
        expect(
                replaced("name: quickstart\n", ""),
                "C102",
                1,
                1,
                "`name` is missing",
                "add `name: quickstart`");
    }

    @Test
    void aMissingRequiredOptionOfAStrategyIsReportedAtItsVariant() {
        expect(
                replaced(", branches: 2}", "}"),
                "C102",
                5,
                5,
                "`variants[0].branches` is missing",
                "number of branches");
    }

    @Test
    void aWordForANumberIsAWrongType() {
        expect(
                replaced("epochs: 3", "epochs: three"),
                "C101",
                7,
                20,
                "`training.epochs` must be a whole number, found `three`",
                "expected a whole number");
    }

    @Test
    void aQuotedNumberShouldLoseItsQuotes() {
        expect(
                replaced("epochs: 3", "epochs: \"3\""),
                "C101",
                7,
                20,
                "found the text \"3\"",
                "remove the quotes");
    }

    @Test
    void aFractionForACountIsAWrongType() {
        expect(replaced("epochs: 3", "epochs: 3.5"), "C101", 7, 20, "found `3.5`", "without point");
    }

    @Test
    void aDecimalCommaGetsAPoint() {
        expect(
                replaced("{epochs: 3}", "{epochs: 3, weight-decay: '0,1'}"),
                "C101",
                7,
                37,
                "found the text \"0,1\"",
                "did you mean `0.1`?");
    }

    @Test
    void aNumberOutsideItsRangeIsReportedWithTheRange() {
        expect(
                replaced("epochs: 3", "epochs: 0"),
                "C105",
                7,
                20,
                "found `0`",
                "must be between 1 and 100000");
    }

    @Test
    void anIntegerTooHugeForAnyTypeIsOutOfRange() {
        expect(
                replaced("seeds: [1, 2, 3]", "seeds: [1, 99999999999999999999]"),
                "C105",
                8,
                12,
                "found `99999999999999999999`",
                "between -9223372036854776000 and 9223372036854776000");
    }

    @Test
    void notANumberIsRefused() {
        expect(
                replaced("{epochs: 3}", "{epochs: 3, weight-decay: .nan}"),
                "C105",
                7,
                37,
                "found `.nan`",
                "must be finite");
    }

    @Test
    void infinityIsRefusedInAllSpellings() {
        for (String infinity : List.of(".inf", "-.inf", "inf", "Infinity", "1e999")) {
            expect(
                    replaced("{epochs: 3}", "{epochs: 3, weight-decay: " + infinity + "}"),
                    "C105",
                    7,
                    37,
                    "found `" + infinity + "`",
                    "must be finite");
        }
    }

    @Test
    void yesIsNoBoolean() {
        expect(
                replaced("trunk:", "input: {flip: yes}\ntrunk:"),
                "C101",
                3,
                15,
                "found `yes`",
                "did you mean `true`?");
    }

    @Test
    void aMisspeltConstantGetsTheNearestOne() {
        expect(
                replaced("role: control", "role: controls"),
                "C104",
                6,
                25,
                "`variants[1].role` cannot be `controls`",
                "did you mean `control`?");
    }

    @Test
    void aListForAMapIsAWrongType() {
        expect(
                replaced("training: {epochs: 3}", "training: [epochs, 3]"),
                "C101",
                7,
                11,
                "`training` must be a map, found a list",
                "expected a map");
    }

    @Test
    void aSingleValueForAListGetsBrackets() {
        expect(
                replaced("seeds: [1, 2, 3]", "seeds: 3"),
                "C101",
                8,
                8,
                "`seeds` must be a list, found `3`",
                "write [1, 2, 3] for 3 of them, or [3] for this one");
    }

    @Test
    void aListForTheWholeFileIsAWrongType() {
        expect("- a\n- b\n", "C101", 1, 1, "the file must be a map, found a list", "a map");
    }

    @Test
    void aKeyWithoutValueIsReportedAtTheKey() {
        expect(
                replaced("training: {epochs: 3}", "training:"),
                "C101",
                7,
                1,
                "`training` must be a map, found nothing",
                "expected a map; indent it below, or remove the key");
    }

    @Test
    void aTabInTheIndentationIsReportedAtTheTab() {
        expect(
                replaced("  - {name: whole", "\t- {name: whole"),
                "C004",
                6,
                1,
                "a tab stands in the indentation",
                "indent with spaces");
    }

    @Test
    void aDuplicateKeyIsReportedWithBothPlaces() {
        expect(SOUND + "name: other\n", "C005", 11, 1, "`name` stands twice", "pipeline.yaml:1:1");
    }

    @Test
    void anOpenBracketIsASyntaxError() {
        expect(
                replaced("seeds: [1, 2, 3]", "seeds: [1, 2, 3"),
                "C004",
                9,
                8,
                "this is not YAML",
                "is a bracket or a comma missing?");
    }

    @Test
    void whatIsNotClosedIsSaidToBeginWhereItDoes() {
        expect(
                replaced("seeds: [1, 2, 3]", "seeds: [1, 2, 3"),
                "C004",
                9,
                8,
                "this is not YAML",
                "pipeline.yaml:8:8");
    }

    @Test
    void anOpenQuotationIsReportedWhereItBegins() {
        expect(
                replaced("name: quickstart", "name: \"quickstart"),
                "C004",
                1,
                7,
                "a quotation begins here and is not closed",
                "close it");
    }

    @Test
    void aColonInAValueIsASyntaxError() {
        expect(replaced("quickstart", "quick: start"), "C004", 1, 12, "this is not YAML", "quote");
    }

    @Test
    void anEmptyFileSaysNothing() {
        expect("", "C006", 1, 1, "there is nothing here", "quickstart.yaml");
    }

    @Test
    void aFileOfCommentsSaysNothing() {
        expect("# soon\n", "C006", 1, 1, "there is nothing here", "");
    }

    @Test
    void aSecondDocumentIsRefused() {
        expect(SOUND + "---\nname: b\n", "C004", 11, 1, "a second document", "a file of its own");
    }

    @Test
    void aTagIsRefused() {
        expect(
                replaced("seeds: [1, 2, 3]", "seeds: !!java.util.Date [1]"),
                "C004",
                8,
                8,
                "java.util.Date",
                "remove it");
    }

    @Test
    void aYamlBombIsRefusedBeforeItExpands() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(
                                    i,
                                    i,
                                    String.join(
                                            ", ",
                                            List.of(
                                                    alias, alias, alias, alias, alias, alias, alias,
                                                    alias, alias))));
        }
        expect(bomb.toString(), "C003", 5, 15, "once aliases are expanded", "without aliases");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "a: " + "[".repeat(50_000) + "]".repeat(50_000);
        expect(deep, "C003", 1, 35, "nested more than 32 deep", "");
    }

    @Test
    void aCycleOfAnchorsIsRefused() {
        expect(
                replaced("training: {epochs: 3}", "training: &t {optimizer: *t}"),
                "C004",
                7,
                26,
                "the alias `*t` stands inside its own anchor",
                "write the value out");
    }

    @Test
    void anUndefinedAliasIsRefused() {
        expect(
                replaced("training: {epochs: 3}", "training: *t"),
                "C004",
                7,
                11,
                "no anchor `&t`",
                "define it first");
    }

    @Test
    void aControlCharacterIsRefusedAndNotPrinted() {
        expect(replaced("quickstart", "quick\u0007start"), "C004", 1, 12, "U+0007", "remove it");
    }

    @Test
    void bytesThatAreNotUtf8AreLocated() {
        Path file = pipelines.write("name: a\ntext: café\n".getBytes(StandardCharsets.ISO_8859_1));
        expect(pipelines.problems(file), "C002", 2, 10, "byte 0xE9", "save the file as UTF-8");
    }

    @Test
    void aMissingFileIsReported() {
        expect(
                pipelines.problems(folder.resolve("pipeline.yaml")),
                "C001",
                1,
                1,
                "there is no such file",
                "give the path");
    }

    @Test
    void aFolderIsNoPipeline() {
        assertThat(pipelines.problems(folder))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("this is a folder, not a file"));
    }

    @Test
    void aHugeFileIsNotRead() {
        Path file = pipelines.write(new byte[3 << 20]);
        expect(pipelines.problems(file), "C003", 1, 1, "3,145,728 bytes", "is it a pipeline");
    }

    @Test
    void branchesThatDoNotDivideALayerAreReportedAtTheOption() {
        expect(
                replaced("branches: 2}", "branches: 7}"),
                "C106",
                5,
                47,
                "32 units of `conv1` cannot be divided by 7",
                "");
    }

    @Test
    void imagesTooSmallForTheTrunkAreReportedAtTheTrunk() {
        expect(replaced("size: 16", "size: 2"), "C203", 3, 8, "a window of 2 does not fit", "");
    }

    @Test
    void anOptionThatTheDatasetRefusesIsReportedAtTheOption() {
        expect(replaced("size: 16", "size: 13"), "C106", 2, 29, "13 brings bad luck", "");
    }

    @Test
    void aPluginThatFailsIsBlamedAndNotTheFile() {
        List<Problem> problems = pipelines.problems(replaced("size: 16", "size: 14"));

        expect(problems, "C401", 2, 10, "`dots` failed", "a defect of its plugin");
        assertThat(new InvalidPipelineException(problems).blamesPlugins()).isTrue();
    }

    @Test
    void anOptionThatItsRecordRefusesIsReportedAtTheOption() {
        expect(replaced("least: 0.2", "least: 0.95"), "C106", 9, 35, "greater than most", "");
    }

    @Test
    void branchesOfAnUnknownVariantGetTheNearestOne() {
        expect(
                replaced("branches-of: halves", "branches-of: halvs"),
                "C202",
                6,
                63,
                "no variant is named `halvs`",
                "did you mean `halves`?");
    }

    @Test
    void aVariantCannotTakeItsOwnBranches() {
        expect(
                replaced("branches-of: halves", "branches-of: whole"),
                "C202",
                6,
                63,
                "the branches of itself",
                "allowed: halves");
    }

    @Test
    void twoVariantsOfOneNameAreRefused() {
        String text = replaced("name: whole", "name: halves").replace(", branches-of: halves", "");
        expect(text, "C201", 6, 12, "the variant `halves` stands twice", "another name");
    }

    @Test
    void aSeedThatStandsTwiceIsRefused() {
        expect(replaced("[1, 2, 3]", "[1, 2, 1]"), "C106", 8, 8, "the seed 1 stands twice", "");
    }

    @Test
    void aMetricThatStandsTwiceIsRefused() {
        expect(replaced("factor-purity]", "purity]"), "C201", 9, 41, "`purity` stands twice", "");
    }

    @Test
    void aRecordedLayerMustExist() {
        expect(
                SOUND + "record: {layers: [conv9]}\n",
                "C202",
                11,
                19,
                "no layer with weights is named `conv9` in `halves`, `whole`",
                "did you mean `conv1`?");
    }

    @Test
    void aMeasuredLayerMustBeRecorded() {
        expect(
                replaced("least: 0.2", "layers: [conv2]") + "record: {layers: [conv1]}\n",
                "C202",
                9,
                37,
                "the layer `conv2` is not recorded",
                "did you mean `conv1`?");
    }

    @Test
    void aMetricThatNeedsFactorsNeedsADatasetThatHasThem() {
        expect(replaced("size: 16", "factors: false"), "C204", 9, 41, "needs known factors", "");
    }

    @Test
    void factorsCannotBeLearntWithoutFactors() {
        String text =
                replaced("size: 16", "factors: false")
                        .replace(", factor-purity", "")
                        .replace("epochs: 3", "objective: factors");
        expect(text, "C106", 7, 23, "the dataset has no factors to learn", "");
    }

    @Test
    void aBatchCannotBeLargerThanTheData() {
        expect(replaced("epochs: 3", "batch: 201"), "C106", 7, 19, "larger than the 200", "");
    }

    @Test
    void anUnknownOptionAmongAVariantsOwnDataIsLocated() {
        expect(
                replaced("branches: 2}", "branches: 2, dataset: {gray: true}}"),
                "C103",
                5,
                60,
                "unknown key `gray` in `variants[0].dataset`",
                "did you mean `grey`?");
    }

    @Test
    void aVariantCannotChangeTheTypeOfTheDataset() {
        expect(
                replaced("branches: 2}", "branches: 2, dataset: {type: missing}}"),
                "C106",
                5,
                60,
                "not its type",
                "remove `type`");
    }

    @Test
    void anOptionOfALayerThatIsNotIndentedEnoughIsExplained() {
        expect(
                replaced("{preset: small-cnn}", "\n  layers:\n  - conv:\n    name: c\n"),
                "C101",
                6,
                5,
                "must have one key",
                "indent it further than `conv`");
    }

    @Test
    void aNameThatWouldLeaveTheRunDirectoryIsRefused() {
        expect(replaced("name: quickstart", "name: ../x"), "C106", 1, 7, "found `../x`", "");
    }

    private static String replaced(String old, String now) {
        assertThat(SOUND).contains(old);
        return SOUND.replace(old, now);
    }

    private void expect(
            String text, String code, int line, int column, String message, String help) {
        expect(pipelines.problems(text), code, line, column, message, help);
    }

    private void expect(
            List<Problem> problems,
            String code,
            int line,
            int column,
            String message,
            String help) {
        assertThat(problems).as(pipelines.shown(problems)).hasSize(1);
        Problem problem = problems.get(0);
        String shown = new ProblemPrinter().print(problem);
        assertThat(problem.code().toString()).isEqualTo(code);
        assertThat(problem.where().toString()).endsWith("pipeline.yaml:" + line + ":" + column);
        assertThat(problem.message()).contains(message);
        assertThat(shown).contains(help).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(shown.lines().count()).isLessThanOrEqualTo(12);
        assertThat(shown.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }
}
