package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers as coloured cells; those that chance may give are pale. */
final class MatrixPanel {

    private static final int CELL_WIDTH = 62;
    private static final int CELL_HEIGHT = 34;
    private static final int MARGIN = 76;
    private static final int LONGEST = 20;
    private static final int LETTER = 7;
    private static final int NARROWEST = 260;
    private static final int WIDEST = 720;
    private static final int WRITTEN = 14;

    private MatrixPanel() {}

    static Plot of(String title, String rowLabel, String unit, List<Cell> cells, Ramp ramp) {
        List<String> rows = cells.stream().map(Cell::row).distinct().toList();
        List<String> columns = cells.stream().map(Cell::column).distinct().toList();
        List<Mark.Rectangle> rectangles = new ArrayList<>();
        for (Cell cell : cells) {
            Box box = Box.cell(columns.indexOf(cell.column()), rows.indexOf(cell.row()));
            Color color = new Color.Value(ramp, cell.value());
            rectangles.add(
                    new Mark.Rectangle(
                            box,
                            cell.isLoud() ? Fill.solid(color) : Fill.faded(color, .3),
                            null,
                            columns.size() <= WRITTEN ? Numbers.value(cell.value()) : "",
                            Tag.tip(tip(cell, unit))));
        }
        Set<Integer> gaps =
                columns.stream()
                        .filter("Shapley"::equals)
                        .map(columns::indexOf)
                        .filter(at -> at > 0)
                        .collect(Collectors.toSet());
        return new Plot(
                title,
                Math.max(NARROWEST, Math.min(WIDEST, MARGIN + CELL_WIDTH * columns.size())),
                MARGIN + slanted(columns) + CELL_HEIGHT * rows.size(),
                Axis.of("", "", new Scale.Bands(labels(columns), gaps)),
                Axis.of(rowLabel, "", Scale.bands(rows)),
                List.of(new Mark.Rectangles(rectangles)),
                "%d rows by %d columns.".formatted(rows.size(), columns.size()));
    }

    private static List<String> labels(List<String> columns) {
        return columns.stream().map(name -> Names.shortened(name, LONGEST)).toList();
    }

    /** Room for names that are too long to stand side by side. */
    private static int slanted(List<String> columns) {
        int longest = labels(columns).stream().mapToInt(String::length).max().orElse(0);
        return longest * LETTER > CELL_WIDTH ? (int) (longest * LETTER * .75) : 0;
    }

    private static String tip(Cell cell, String unit) {
        StringBuilder tip = new StringBuilder(cell.row() + ", " + cell.column() + "\n");
        tip.append(Numbers.value(cell.value())).append(unit.isEmpty() ? "" : " " + unit);
        if (cell.chance() != null) {
            tip.append("; chance ").append(Numbers.value(cell.chance()));
        }
        if (cell.p() != null) {
            tip.append("; ").append(Numbers.p(cell.p()));
        }
        return tip.toString();
    }
}
