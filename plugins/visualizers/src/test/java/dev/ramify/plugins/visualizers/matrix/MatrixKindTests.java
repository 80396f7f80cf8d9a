package dev.ramify.plugins.visualizers.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Subject;
import org.junit.jupiter.api.Test;

class MatrixKindTests {

    private static final MatrixKind PAIRS = new MatrixKind("cka", "likeness", "", 1, true, "", "");
    private static final MatrixKind CLASSES =
            new MatrixKind("lesion-matrix", "need", "points", 100, false, "", "");

    @Test
    void pairsOfBranchesAreCellsOfBranchesAlone() {
        assertThat(PAIRS.column(Subject.pair("b1", "b2"))).contains("b2");
        assertThat(PAIRS.column(Subject.branch("b1").and(Subject.CLASS, "cat"))).isEmpty();
    }

    @Test
    void classesTargetsAndShapleyValuesAreColumns() {
        assertThat(CLASSES.column(Subject.branch("b1").and(Subject.CLASS, "cat"))).contains("cat");
        assertThat(CLASSES.column(Subject.branch("b1").and(Subject.PROPERTY, "shapley")))
                .contains("Shapley");
    }

    @Test
    void whatIsAboutNoSingleBranchIsNoCell() {
        assertThat(CLASSES.column(Subject.layer())).isEmpty();
        assertThat(CLASSES.column(Subject.pair("b1", "b2"))).isEmpty();
        assertThat(CLASSES.column(Subject.pair("b1", "b2").and(Subject.PROPERTY, "synergy")))
                .isEmpty();
    }
}
