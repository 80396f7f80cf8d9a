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
        assertThat(
                        problems(
                                Activation.relu("relu"),
                                Activation.relu("relu"),
                                new Dense("fc", 2, true)))
                .containsExactly(
                        "relu: the name is used twice; give one of them another name",
                        "fc: a dense layer takes a vector, found a map of 3x8x8; put flatten or global-average-pool before it");
    }

    @Test
    void layerAndBlockOfOneNameAreRefused() {
        assertThat(
                        problems(
                                Activation.relu("a"),
                                Branches.of("a", List.of(new Branch("b", List.of())), Merge.SUM)))
                .containsExactly("a: the name is used twice; give one of them another name");
    }

    @Test
    void layerInsideASequenceSharesTheScopeAroundIt() {
        assertThat(problems(Activation.relu("a"), new Sequence("s", List.of(Activation.relu("a")))))
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
        assertThat(problem(() -> Activation.relu("a//b")))
                .isEqualTo(
                        "a//b: a name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit; or several of these with '/' between them, up to 200 characters");
        assertThat(problem(() -> Activation.relu("/a"))).startsWith("/a: a name is");
        assertThat(problem(() -> Activation.relu("a/../b"))).startsWith("a/../b: a name is");
        assertThat(problem(() -> Activation.relu("a/".repeat(100) + "b"))).contains("200");
        assertThat(problem(() -> new Branch("a/b", List.of())))
                .isEqualTo(
                        "a/b: a branch's name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        assertThat(Activation.relu("features/0/relu").name()).isEqualTo("features/0/relu");
        assertThat(problem(() -> Activation.relu(" "))).startsWith("(unnamed): a name is");
        assertThat(problem(() -> Activation.relu("-a"))).startsWith("-a: a name is");
        assertThat(problem(() -> Activation.relu("a".repeat(65)))).contains("1 to 64");
        assertThat(Activation.relu("3x3.a_b-c").name()).isEqualTo("3x3.a_b-c");
    }

    @Test
    void whatNoArrayCanHoldIsRefusedBeforeItOverflows() {
        assertThat(problems(Convolution.same("conv", Integer.MAX_VALUE, 1)))
                .containsExactly(
                        "conv: its output would have 137438953408 values, more than the 2147483647 that an array can hold");
        assertThat(problem(() -> Convolution.of("conv", 1, Window.square(Integer.MAX_VALUE))))
                .contains("its kernel would have");
        assertThat(problems(Convolution.of("conv", 1, Window.square(3).withPadding(2_000_000_000))))
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
