package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Divisions;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchKindsTests {

    @Test
    void siblingsWithEqualPartsAreAlike() {
        BranchKinds kinds = kinds(net(branches("s", column("b1", 4), column("b2", 4))), "fc");
        assertThat(kinds.alike("b1", "b2")).isTrue();
    }

    @Test
    void siblingsOfOtherWidthAreNot() {
        BranchKinds kinds =
                kinds(net(branches("s", column("b1", 4), column("b2", 4), column("b3", 8))), "fc");
        assertThat(kinds.alike("b1", "b2")).isTrue();
        assertThat(kinds.alike("b1", "b3")).isFalse();
        assertThat(kinds.like("b1", List.of("b1", "b2", "b3"))).containsExactly("b1", "b2");
    }

    @Test
    void nestedBranchesAreAlikeWhereEveryLevelIs() {
        Branches inner = branches("inner", column("c1", 2), column("c2", 4));
        BranchKinds kinds =
                kinds(
                        net(
                                branches(
                                        "outer",
                                        new Branch("b1", List.of(inner)),
                                        new Branch("b2", List.of(inner)))),
                        "fc");
        assertThat(kinds.alike("b1/c1", "b2/c1")).isTrue();
        assertThat(kinds.alike("b1/c1", "b1/c2")).isFalse();
        assertThat(kinds.alike("b1/c1", "b2/c2")).isFalse();
    }

    @Test
    void branchesThatDoNotHoldTheLayerDoNotCount() {
        Branches early = branches("early", column("b1", 4), column("b2", 4));
        Branches late =
                branches(
                        "late",
                        new Branch("b1", List.of(new Dense("other", 3, true))),
                        new Branch("b2", List.of(new Dense("other", 5, true))));
        Architecture net = net(early, late);
        assertThat(kinds(net, "fc").alike("b1", "b2")).isTrue();
        assertThat(kinds(net, "other").alike("b1", "b2")).isFalse();
    }

    @Test
    void branchesThatDifferByConstructionAreSummarizedByTheirNames() {
        BranchKinds kinds = kinds(net(branches("s", column("b1", 4), column("b2", 8))), "fc");
        NullDraws draws =
                new NullDraws(
                        "m",
                        "fc",
                        Subject.branch("b2"),
                        Tail.GREATER,
                        1,
                        null,
                        1.0,
                        NullModel.UNIT_PERMUTATION,
                        false,
                        new double[] {0});
        assertThat(new AlikeBranches(kinds, List.of("b1", "b2")).join(List.of(draws)))
                .containsExactly(draws);
    }

    private static BranchKinds kinds(Architecture architecture, String layer) {
        return BranchKinds.of(Divisions.of(architecture).of(layer));
    }

    private static Architecture net(Node... nodes) {
        java.util.ArrayList<Node> all = new java.util.ArrayList<>(List.of(new Flatten("flat")));
        all.addAll(List.of(nodes));
        return new Architecture("net", new Shape(1, 4, 4), all);
    }

    private static Branches branches(String name, Branch... branches) {
        return Branches.of(name, List.of(branches), Merge.CONCAT);
    }

    private static Branch column(String name, int width) {
        return new Branch(name, List.of(new Dense("fc", width, true)));
    }
}
