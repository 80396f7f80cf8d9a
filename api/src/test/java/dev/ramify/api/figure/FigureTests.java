package dev.ramify.api.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.figure.Mark.Align;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTests {

    private static final Plot PLOT = Plot.board("", 100, 50, List.of(), "nothing");
    private static final Caption CAPTION = new Caption("reading", "misleading", "basis");
    private static final DataTable DATA = new DataTable(List.of("a"), List.of());

    private static Figure figure(String id, String title, List<Panel> panels) {
        return new Figure(id, title, panels, Legend.NONE, CAPTION, DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../up", "a/b", ".hidden", "a b", "<b>"})
    void idsThatAreNoFileNamesAreRefused(String id) {
        assertThatThrownBy(() -> figure(id, "title", List.of(PLOT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + id + "'");
    }

    @Test
    void aBlankTitleIsRefused() {
        assertThatThrownBy(() -> figure("f", " ", List.of(PLOT)))
                .hasMessage("figure 'f' needs a title");
    }

    @Test
    void aFigureWithoutPanelsIsRefused() {
        assertThatThrownBy(() -> figure("f", "title", List.of()))
                .hasMessage("figure 'f' needs at least one panel");
    }

    @Test
    void panelsAreCopied() {
        List<Panel> panels = new ArrayList<>(List.of(PLOT));
        Figure figure = figure("f", "title", panels);
        panels.clear();
        assertThat(figure.panels()).containsExactly(PLOT);
    }

    @Test
    void aPlotTooSmallToSeeIsRefused() {
        assertThatThrownBy(() -> Plot.board("", 7, 50, List.of(), ""))
                .hasMessage("a plot is at least 8 by 8 pixels, found 7 by 50");
    }

    @Test
    void aBoardCountsFromTheTopLeft() {
        assertThat(PLOT.y().scale()).isEqualTo(Scale.linear(50, 0));
        assertThat(PLOT.x().scale()).isEqualTo(Scale.linear(0, 100));
    }

    @Test
    void aTableRowNeedsACellPerColumn() {
        List<Table.Column> columns = List.of(new Table.Column("one", Align.START, null));
        Table.Row row = new Table.Row(List.of(Table.Words.of("a"), Table.Words.of("b")));
        assertThatThrownBy(
                        () ->
                                new Table(
                                        "t",
                                        columns,
                                        List.of(new Table.Group("", "", null, List.of(row)))))
                .hasMessage("a row of table 't' has 2 cells, but there are 1 columns");
    }

    @Test
    void aDataRowNeedsAValuePerColumn() {
        assertThatThrownBy(() -> new DataTable(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("a row has 1 values, but there are 2 columns: [1]");
    }
}
