package dev.ramify.plugins.visualizers.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.option.NoOptions;
import dev.ramify.plugins.visualizers.fakes.FakeStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingCurvesTests {

    private static List<Figure> draw(FakeStudy study) {
        return new TrainingCurves().draw(study.findings(), new NoOptions());
    }

    private static Figure divided() {
        return draw(new FakeStudy(7)
                        .variant("columns", Role.STUDIED, 2, .9)
                        .variant("twin", Role.CONTROL, 2, 0))
                .get(0);
    }

    private static Plot panel(Figure figure, int index) {
        return (Plot) figure.panels().get(index);
    }

    private static <T extends Mark> List<T> marks(Plot plot, Class<T> kind) {
        return plot.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Mark.Line> means(Plot plot) {
        return marks(plot, Mark.Line.class).stream()
                .filter(line -> !line.label().isEmpty())
                .toList();
    }

    @Test
    void specializationComesFirstThenAccuracyAndLoss() {
        assertThat(divided().panels())
                .extracting(Panel::title)
                .containsExactly("family-information in conv1", "Test accuracy", "Test loss");
    }

    @Test
    void epochZeroIsShown() {
        for (Panel panel : divided().panels()) {
            Plot plot = (Plot) panel;
            assertThat(plot.x().scale()).isEqualTo(Scale.whole(0, FakeStudy.EPOCHS));
            assertThat(means(plot)).isNotEmpty().allMatch(line -> line.path().get(0).x() == 0);
        }
    }

    @Test
    void everyAxisIsLabelled() {
        assertThat(divided().panels())
                .allMatch(panel -> !((Plot) panel).y().label().isEmpty())
                .allMatch(panel -> ((Plot) panel).x().label().equals("epoch"));
    }

    @Test
    void everySeedHasAFaintLineBesideTheMean() {
        List<Mark.Line> lines = marks(panel(divided(), 1), Mark.Line.class);
        assertThat(lines).hasSize(2 * 5 + 2);
        assertThat(lines).filteredOn(line -> line.stroke().opacity() < .5).hasSize(10);
    }

    @Test
    void controlsAreDashed() {
        List<Mark.Line> means = means(panel(divided(), 1));
        assertThat(means.get(0).stroke().dash()).isEqualTo(Stroke.Dash.SOLID);
        assertThat(means.get(1).stroke().dash()).isEqualTo(Stroke.Dash.DASHED);
    }

    /** The fakes' null has mean .08 and deviation .045 at every epoch. */
    @Test
    void theBandOfChanceHoldsNinetyFivePercent() {
        Mark.Band chance =
                marks(panel(divided(), 0), Mark.Band.class).stream()
                        .filter(band -> band.fill().color() == Tone.CHANCE)
                        .findFirst()
                        .orElseThrow();
        assertThat(chance.slices()).hasSize(FakeStudy.EPOCHS + 1);
        assertThat(chance.slices().get(3).low()).isCloseTo(.08 - 1.96 * .045, within(1e-9));
        assertThat(chance.slices().get(3).high()).isCloseTo(.08 + 1.96 * .045, within(1e-9));
    }

    @Test
    void theOnsetIsMarkedAndSaid() {
        Figure figure = divided();
        assertThat(figure.title())
                .matches(
                        "family-information of columns in conv1 is beyond chance from epoch"
                                + " \\d+ on; .*test accuracy.*");
        assertThat(marks(panel(figure, 0), Mark.Rule.class)).hasSize(1);
        assertThat(marks(panel(figure, 1), Mark.Rule.class)).isEmpty();
    }

    @Test
    void nothingBeyondChanceIsSaidPlainly() {
        Figure figure = draw(new FakeStudy(7).variant("columns", Role.STUDIED, 2, 0)).get(0);
        assertThat(figure.title())
                .startsWith("No specialization that lasts beyond chance at any epoch; columns");
    }

    @Test
    void withoutTrackingTheTitleIsAboutAccuracy() {
        Figure figure = draw(new FakeStudy(7).variant("none", Role.STUDIED, 1, 0)).get(0);
        assertThat(figure.title()).matches("none reaches \\d\\d\\.\\d.% test accuracy \\[.*\\]\\.");
        assertThat(figure.panels()).hasSize(2);
        assertThat(figure.legend().keys()).extracting(key -> key.label()).doesNotContain("onset");
    }

    @Test
    void oneSeedHasNoInterval() {
        Figure figure =
                draw(new FakeStudy(7).seeds(1).variant("columns", Role.STUDIED, 2, .9)).get(0);
        assertThat(figure.title()).doesNotContain("[");
        assertThat(figure.legend().keys().get(0).label()).isEqualTo("columns (1 seed)");
    }

    @Test
    void aStudyWithoutRunsGivesNoFigure() {
        assertThat(draw(new FakeStudy(7).seeds(0).variant("columns", Role.STUDIED, 2, .9)))
                .isEmpty();
    }

    @Test
    void theDataLeaveOutWhatWasNotMeasured() {
        List<List<String>> rows = divided().data().rows();
        assertThat(rows)
                .noneMatch(row -> row.get(2).equals("0") && row.get(3).equals("train_loss"))
                .anyMatch(row -> row.get(2).equals("0") && row.get(3).equals("test_loss"));
    }
}
