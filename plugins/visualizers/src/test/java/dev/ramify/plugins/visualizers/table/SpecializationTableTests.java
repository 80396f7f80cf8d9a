package dev.ramify.plugins.visualizers.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Table;
import dev.ramify.api.figure.Table.Drawing;
import dev.ramify.api.figure.Table.Emphasis;
import dev.ramify.api.figure.Table.Group;
import dev.ramify.api.figure.Table.Words;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.option.NoOptions;
import dev.ramify.plugins.visualizers.fakes.FakeStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecializationTableTests {

    private static List<Figure> draw(FakeStudy study) {
        return new SpecializationTable().draw(study.findings(), new NoOptions());
    }

    private static String title(FakeStudy study) {
        return draw(study).get(0).title();
    }

    private static FakeStudy columns(double division) {
        return new FakeStudy(7).variant("columns", Role.STUDIED, 2, division);
    }

    private static Table table(FakeStudy study) {
        return (Table) draw(study).get(0).panels().get(0);
    }

    @Test
    void specializationIsSaidWithItsNumbersAndItsUntrainedTwin() {
        assertThat(title(columns(.9)))
                .matches(
                        "columns specializes beyond chance in conv1 by training \\(.*: effect"
                                + " \\.\\d\\d, gain \\.\\d\\d \\[.*\\] by training, p = \\.03 over 5"
                                + " seeds\\); before training nothing is beyond chance \\(.* in conv1,"
                                + " p = .*\\)\\.");
    }

    @Test
    void noSpecializationIsSaidPlainly() {
        assertThat(title(columns(0)))
                .matches(
                        "No specialization beyond chance in columns \\(closest: .* in conv1, p = .*\\)\\.");
    }

    @Test
    void anUntrainedTwinThatDoesTheSameIsHeldAgainstIt() {
        FakeStudy study = new FakeStudy(7).variant("columns", Role.STUDIED, 2, .9, .9);
        assertThat(title(study))
                .matches(
                        ".*, but something does before training \\(.* in conv1, p = \\.0004, corrected"
                                + " \\.0006, in at least 5 of 5 networks\\)\\.");
    }

    @Test
    void aControlThatDoesTheSameIsHeldAgainstIt() {
        FakeStudy study = columns(.9).variant("shuffled", Role.CONTROL, 2, .8);
        assertThat(title(study)).endsWith(", but so does the control shuffled.");
    }

    @Test
    void severalVariantsAreCounted() {
        FakeStudy study =
                columns(.9)
                        .variant("wide", Role.STUDIED, 2, .5)
                        .variant("narrow", Role.STUDIED, 2, 0);
        assertThat(title(study)).startsWith("2 of 3 variants specialize beyond chance, ");
    }

    @Test
    void nothingMeasuredMeansNothingSaid() {
        FakeStudy study = new FakeStudy(7).variant("none", Role.STUDIED, 1, 0);
        assertThat(title(study)).endsWith("nothing can be said about specialization.");
    }

    @Test
    void aVariantShowsItsRoleCostAndAccuracy() {
        Group group = table(columns(.9).variant("twin", Role.CONTROL, 2, 0)).groups().get(1);
        assertThat(group.title()).isEqualTo("twin");
        // 32 x 3 x 7 x 7 + 32 and 32 x 8 + 8 parameters.
        assertThat(group.note().replace('\u00a0', ' '))
                .startsWith(
                        "control \u00b7 5,000 parameters \u00b7 4.82 M MACs \u00b7 test accuracy")
                .endsWith("5 seeds");
    }

    @Test
    void trainedStandsBesideUntrainedAndChance() {
        Table table = table(columns(.9));
        List<Table.Cell> cells = table.groups().get(0).rows().get(1).cells();
        assertThat(((Words) cells.get(0)).text()).isEqualTo("filter-statistics");
        assertThat(((Words) cells.get(0)).note()).isEqualTo("colour-index");
        assertThat(((Words) cells.get(2)).emphasis()).isEqualTo(Emphasis.STRONG);
        assertThat(((Words) cells.get(3)).emphasis()).isEqualTo(Emphasis.QUIET);
        assertThat(((Words) cells.get(4)).text()).isEqualTo(".50");
        assertThat(((Drawing) cells.get(5)).plot().description())
                .matches(
                        "Effect untrained .* to .*\\. Effect trained \\.\\d\\d .* to .* over seeds\\.");
        assertThat(((Words) cells.get(7)).note()).matches("\\[.*\\]");
        assertThat(((Words) cells.get(8)).text()).isEqualTo(".03");
        assertThat(((Words) cells.get(9)).note()).startsWith("untrained ");
        assertThat(((Words) cells.get(10)).text()).isEqualTo("5 of 5");
    }

    @Test
    void whatIsNotBeyondChanceIsNotBold() {
        assertThat(table(columns(0)).groups().get(0).rows())
                .allMatch(row -> ((Words) row.cells().get(7)).emphasis() == Emphasis.PLAIN);
    }

    @Test
    void theScaleHoldsEveryIntervalAndTheWholeRange() {
        EffectScale scale = EffectScale.over(columns(.9).findings().variants());
        assertThat(scale.low()).isLessThan(0);
        assertThat(scale.high()).isGreaterThan(1);
    }

    @Test
    void oneSeedHasNoInterval() {
        Table table = table(new FakeStudy(7).seeds(1).variant("columns", Role.STUDIED, 2, .9));
        Words effect = (Words) table.groups().get(0).rows().get(0).cells().get(7);
        assertThat(effect.note()).isEmpty();
    }

    @Test
    void theDataHoldTrainedAndUntrainedInFull() {
        List<List<String>> rows = draw(columns(.9)).get(0).data().rows();
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).startsWith("columns", "studied", "5000");
        assertThat(Double.parseDouble(rows.get(0).get(9))).isBetween(0.0, 1.0);
    }

    @Test
    void aStudyWithoutVariantsGivesNoFigure() {
        assertThat(draw(new FakeStudy(7))).isEmpty();
    }
}
