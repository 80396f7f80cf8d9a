package dev.ramify.plugins.visualizers.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Picture;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.UnitId;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.plugins.visualizers.fakes.FakeStudy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilterGridTests {

    private static final FilterGridOptions OPTIONS =
            new FilterGridOptions(null, 1, true, "filter-statistics");

    private static List<Figure> draw(FakeStudy study, FilterGridOptions options) {
        return new FilterGrid().draw(study.findings(), options);
    }

    private static Figure draw(int branches, double division) {
        FakeStudy study = new FakeStudy(7).variant("net", Role.STUDIED, branches, division);
        return draw(study, OPTIONS).get(0);
    }

    private static <T extends Mark> Stream<T> marks(Figure figure, int panel, Class<T> kind) {
        return ((Plot) figure.panels().get(panel))
                .marks().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<Mark.Image> images(Figure figure, int panel) {
        return marks(figure, panel, Mark.Images.class)
                .flatMap(images -> images.images().stream())
                .toList();
    }

    private static List<String> texts(Figure figure, int panel) {
        return marks(figure, panel, Mark.Text.class).map(Mark.Text::text).toList();
    }

    @Test
    void aDivisionBeyondChanceIsSaidWithItsNumbers() {
        assertThat(draw(2, .9).title())
                .matches(
                        "net: the branches of conv1 divide filters beyond chance by colour \\(effect"
                                + " \\.5\\d, gain .* by training, p = \\.03 over 5 seeds\\) and spatial"
                                + " frequency \\(effect \\.3\\d, gain .*\\)\\.");
    }

    @Test
    void noDivisionIsSaidPlainly() {
        assertThat(draw(2, 0).title())
                .matches(
                        "net: the branches of conv1 do not divide filters by colour or spatial"
                                + " frequency beyond chance \\(colour: p = \\.50 and spatial frequency: p ="
                                + " \\.50\\)\\.");
    }

    @Test
    void aMetricThatWasNotMeasuredIsNotClaimed() {
        FakeStudy study = new FakeStudy(7).variant("net", Role.STUDIED, 2, .9);
        Figure figure = draw(study, new FilterGridOptions(null, 1, true, "something-else")).get(0);
        assertThat(figure.title()).endsWith("their division was not tested.");
    }

    @Test
    void aTrunkIsNotComparedWithAnything() {
        Figure figure = draw(1, 0);
        assertThat(figure.title())
                .isEqualTo("net: the 32 filters of conv1 are not divided between branches.");
        assertThat(texts(figure, 0)).contains("not divided").noneMatch(t -> t.contains("random"));
    }

    @Test
    void colourfulBranchesStandAboveGreyOnes() {
        List<String> names =
                texts(draw(2, .9), 0).stream().filter(text -> text.contains(" filters")).toList();
        assertThat(names).containsExactly("b2, 16 filters", "b1, 16 filters (1 dead)");
    }

    @Test
    void branchesAreCalledByWhatSetsThemApart() {
        assertThat(texts(draw(2, .9), 0))
                .anyMatch(text -> text.startsWith("more colour"))
                .anyMatch(text -> text.startsWith("less colour"));
        assertThat(texts(draw(2, .9), 1)).filteredOn("like a random branch"::equals).hasSize(2);
    }

    @Test
    void aBranchesStrongestMeasurementIsQuoted() {
        assertThat(texts(draw(2, .9), 0))
                .contains("took colour: 15 of its 16 units, of 16 in the layer, p = 3e-5");
    }

    @Test
    void deadFiltersAreHatchedCountedAndLast() {
        Figure figure = draw(2, .9);
        assertThat(images(figure, 0).stream().filter(Mark.Image::hatched).toList())
                .singleElement()
                .satisfies(
                        image -> {
                            assertThat(image.tag().links())
                                    .contains(new UnitId("net/1", "conv1", 5));
                            assertThat(image.tag().tip()).contains("near zero: no pattern");
                        });
        assertThat(images(figure, 0).get(31).hatched()).isTrue();
        assertThat(figure.caption().basis()).contains("1 dead filter ");
    }

    @Test
    void everyFilterIsShownOnceUnderItsUnit() {
        assertThat(images(draw(4, .5), 0).stream().map(image -> image.tag().links().get(0)))
                .hasSize(32)
                .doesNotHaveDuplicates();
    }

    @Test
    void zeroIsGreyInEveryFilter() {
        Figure figure = draw(2, .9);
        Picture.Rgb dead =
                (Picture.Rgb)
                        images(figure, 0).stream()
                                .filter(Mark.Image::hatched)
                                .findFirst()
                                .orElseThrow()
                                .picture();
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(dead.rgb(3, 3) >> shift & 0xff).isBetween(126, 130);
        }
    }

    @Test
    void tipsTellWhatMetricsFoundOut() {
        assertThat(images(draw(2, .9), 0))
                .allMatch(image -> image.tag().tip().matches("(?s).*family  (colour|grey).*"));
    }

    @Test
    void branchesKeepTheirShapeAndColour() {
        assertThat(draw(4, .5).legend().keys().subList(0, 4))
                .extracting(key -> key.label())
                .containsExactly("b1", "b2", "b3", "b4");
        Mark.Point second =
                ((Mark.Points) draw(4, .5).legend().keys().get(1).sample().marks().get(0))
                        .points()
                        .get(0);
        assertThat(second.glyph()).isEqualTo(Glyph.TRIANGLE);
    }

    @Test
    void wiresGoToAndFromEveryBranch() {
        assertThat(marks(draw(4, .5), 0, Mark.Wire.class)).hasSize(8);
    }

    @Test
    void theUntrainedNetworkStandsBesideUnlessNotWanted() {
        assertThat(draw(2, .9).panels())
                .extracting(panel -> panel.title())
                .containsExactly("Trained, seed 1", "Before training, seed 1");
        FakeStudy study = new FakeStudy(7).variant("net", Role.STUDIED, 2, .9);
        List<Figure> figures =
                draw(study, new FilterGridOptions(null, 2, false, "filter-statistics"));
        assertThat(figures.get(0).panels())
                .extracting(panel -> panel.title())
                .containsExactly("Trained, seed 1", "Trained, seed 2");
    }

    @Test
    void manyBranchesStayCompact() {
        Plot sixteen = (Plot) draw(16, .5).panels().get(0);
        assertThat(sixteen.height()).isLessThan(1700);
        assertThat(sixteen.marks()).noneMatch(Mark.Inset.class::isInstance);
    }

    @Test
    void aLayerThatIsNotRecordedGivesNoFigure() {
        FakeStudy study = new FakeStudy(7).variant("net", Role.STUDIED, 2, .9);
        assertThat(draw(study, new FilterGridOptions("conv9", 1, true, "filter-statistics")))
                .isEmpty();
    }

    @Test
    void theDataHaveOneRowPerFilterAndNetwork() {
        assertThat(draw(2, .9).data().rows()).hasSize(64);
    }

    @Test
    void equalFindingsGiveEqualFigures() {
        assertThat(draw(2, .9)).isEqualTo(draw(2, .9));
    }
}
