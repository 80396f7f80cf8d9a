package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureProblemsTests {

    private static final Shape IMAGE = new Shape(3, 8, 8);

    @Test
    void everyBranchThatDoesNotFitIsNamedWithItsPath() {
        assertThat(
                        problems(
                                Branches.of(
                                        "columns",
                                        List.of(
                                                new Branch("a", List.of(new Dense("fc", 2, true))),
                                                new Branch("b", List.of(Pooling.max("pool", 9)))),
                                        Merge.CONCAT)))
                .containsExactly(
                        "columns/a/fc: a dense layer takes a vector, found a map of 3x8x8; put flatten or global-average-pool before it",
                        "columns/b/pool: a window of 9 does not fit into 8 pixels with padding 0");
    }

    @Test
    void pathOfAProblemIsThePathOfTheLayer() {
        Residual block = new Residual("block", List.of(Pooling.max("pool", 9)), List.of());
        Branches inner =
                Branches.of("inner", List.of(new Branch("x", List.of(block))), Merge.CONCAT);

        assertThat(
                        problems(
                                Branches.of(
                                        "outer",
                                        List.of(new Branch("a", List.of(inner))),
                                        Merge.CONCAT)))
                .containsExactly(
                        "outer/a/inner/x/block/pool: a window of 9 does not fit into 8 pixels with padding 0");
    }

    @Test
    void namesUsedTwiceAndShapesThatDoNotFitAreReportedTogether() {
        assertThat(problems(new Relu("relu"), new Relu("relu"), new Dense("fc", 2, true)))
                .containsExactly(
                        "relu: the name is used twice; give one of them another name",
                        "fc: a dense layer takes a vector, found a map of 3x8x8; put flatten or global-average-pool before it");
    }

    @Test
    void layerAndBlockOfOneNameAreRefused() {
        assertThat(
                        problems(
                                new Relu("a"),
                                Branches.of("a", List.of(new Branch("b", List.of())), Merge.SUM)))
                .containsExactly("a: the name is used twice; give one of them another name");
    }

    @Test
    void layerInsideASequenceSharesTheScopeAroundIt() {
        assertThat(problems(new Relu("a"), new Sequence("s", List.of(new Relu("a")))))
                .containsExactly("a: the name is used twice; give one of them another name");
    }

    @Test
    void sameLayerInBranchesOfTheSameNameIsRefusedNamingTheOther() {
        assertThat(problems(single("first", "conv"), single("second", "conv")))
                .containsExactly(
                        "second/a/conv: the layer 'first/a/conv' of the same name lies in a branch of the same name; give one of them another name");
    }

    @Test
    void differentLayersInBranchesOfTheSameNameAreAllowed() {
        assertThat(
                        new Architecture(
                                        "two",
                                        IMAGE,
                                        List.of(single("first", "x"), single("second", "y")))
                                .layers())
                .hasSize(2);
    }

    @Test
    void problemsKeepPathAndReasonApart() {
        ArchitectureException thrown =
                catchThrowableOfType(
                        ArchitectureException.class,
                        () -> new Architecture("x", IMAGE, List.of(new Dense("fc", 2, true))));

        assertThat(thrown.problems())
                .singleElement()
                .extracting(ArchitectureException.Problem::path)
                .isEqualTo("fc");
    }

    @Test
    void namesAreCheckedForTheirForm() {
        assertThat(problem(() -> new Relu("a/b")))
                .isEqualTo(
                        "a/b: a name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        assertThat(problem(() -> new Relu(" "))).startsWith("(unnamed): a name is");
        assertThat(problem(() -> new Relu("-a"))).startsWith("-a: a name is");
        assertThat(problem(() -> new Relu("a".repeat(65)))).contains("1 to 64");
        assertThat(new Relu("3x3.a_b-c").name()).isEqualTo("3x3.a_b-c");
    }

    @Test
    void whatNoArrayCanHoldIsRefusedBeforeItOverflows() {
        assertThat(problems(Convolution.same("conv", Integer.MAX_VALUE, 1)))
                .containsExactly(
                        "conv: its output would have 137438953408 values, more than the 2147483647 that an array can hold");
        assertThat(
                        problems(
                                new Convolution(
                                        "conv",
                                        1,
                                        Integer.MAX_VALUE,
                                        1,
                                        Integer.MAX_VALUE - 1,
                                        1,
                                        false)))
                .singleElement()
                .asString()
                .contains("its output would have");
        assertThat(problems(new Flatten("flatten"), new Dense("fc", 2_000_000_000, true)))
                .containsExactly(
                        "fc: its weight matrix would have 384000000000 values, more than the 2147483647 that an array can hold");
    }

    private static Branches single(String name, String conv) {
        return Branches.of(
                name,
                List.of(new Branch("a", List.of(Convolution.same(conv, 2, 1)))),
                Merge.CONCAT);
    }

    private static List<String> problems(Node... nodes) {
        return catchThrowableOfType(
                        ArchitectureException.class,
                        () -> new Architecture("broken", IMAGE, List.of(nodes)))
                .problems()
                .stream()
                .map(ArchitectureException.Problem::toString)
                .toList();
    }

    private static String problem(Runnable creation) {
        return catchThrowableOfType(ArchitectureException.class, creation::run).getMessage();
    }
}
