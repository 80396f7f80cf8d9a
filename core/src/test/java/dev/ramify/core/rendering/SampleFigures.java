package dev.ramify.core.rendering;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Picture;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Table;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.figure.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Figures that use everything the scene model has. */
public final class SampleFigures {

    public static final String HOSTILE =
            "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private SampleFigures() {}

    /** A figure of one panel with every kind of mark. */
    public static Figure everyMark() {
        return figure("every-mark", "Everything at once", List.of(everyMark("Marks")), "b1");
    }

    /** A figure that is a table with drawings. */
    public static Figure table() {
        return figure("a-table", "A table", List.of(tablePanel("cell")), "b1");
    }

    /** A figure all of whose texts try to break out. */
    public static Figure hostile() {
        return figure(
                "hostile", HOSTILE, List.of(everyMark(HOSTILE), tablePanel(HOSTILE)), HOSTILE);
    }

    static Figure figure(String id, String title, List<Panel> panels, String text) {
        return new Figure(
                id,
                title,
                panels,
                new Legend(
                        List.of(
                                Legend.Key.point(text, Glyph.CIRCLE, new Color.Branch(0), false),
                                Legend.Key.area("chance", Fill.hatched(Tone.CHANCE)),
                                Legend.Key.ramp("from -1 to 1", Ramp.diverging(0, 1)))),
                new Caption(text, text, "5 seeds"),
                new DataTable(List.of("branch", "value"), List.of(List.of(text, "0.5"))));
    }

    private static Plot everyMark(String text) {
        Tag tag = new Tag(text + "\nsecond line", new UnitId("net/1", "conv1", 3));
        Plot inset = Plot.board("", 40, 20, List.of(), "inset");
        List<Position> path =
                List.of(
                        new Position(0, 0.1),
                        new Position(1, 0.5),
                        new Position(2, Double.NaN),
                        new Position(3, 0.9));
        List<Mark> marks =
                List.of(
                        new Mark.Band(
                                List.of(new Mark.Slice(0, 0, 0.2), new Mark.Slice(3, 0.1, 0.3)),
                                Fill.faded(Tone.CHANCE, 0.2),
                                text),
                        new Mark.Line(path, Stroke.solid(new Color.Branch(0), 2), text),
                        new Mark.Points(
                                List.of(
                                        new Mark.Point(
                                                new Position(1, 0.5),
                                                Glyph.TRIANGLE,
                                                8,
                                                new Color.Branch(1),
                                                false,
                                                tag),
                                        new Mark.Point(
                                                new Position(2, 0.6),
                                                Glyph.PLUS,
                                                8,
                                                new Color.Category(1),
                                                true,
                                                Tag.NONE))),
                        new Mark.Rectangles(
                                List.of(
                                        new Mark.Rectangle(
                                                new Box(0.5, 0, 1, 0.3),
                                                Fill.solid(
                                                        new Color.Value(
                                                                Ramp.sequential(0, 1), 0.9)),
                                                Stroke.solid(Tone.INK, 1),
                                                text,
                                                tag),
                                        new Mark.Rectangle(
                                                new Box(1.5, 0, 2, 0.3),
                                                Fill.hatched(Tone.INK),
                                                null,
                                                "",
                                                Tag.NONE))),
                        new Mark.Images(
                                List.of(
                                        new Mark.Image(
                                                new Box(2.5, 0, 3, 0.3),
                                                Picture.rgb(1, 1, new int[] {0x336699}),
                                                Stroke.solid(new Color.Branch(2), 1),
                                                true,
                                                tag))),
                        new Mark.Rule(
                                Mark.Direction.HORIZONTAL,
                                0.5,
                                Stroke.solid(Tone.NEUTRAL, 1).with(Stroke.Dash.DASHED),
                                text),
                        new Mark.Text(new Position(1, 0.8), text, Align.MIDDLE, 11, true, Tone.INK),
                        new Mark.Wire(
                                new Position(0, 0),
                                new Position(3, 1),
                                Stroke.solid(Tone.FAINT, 1)),
                        new Mark.Inset(new Box(2, 0.5, 3, 1), inset));
        return new Plot(
                text,
                400,
                240,
                Axis.of("epoch " + text, "", Scale.whole(0, 3)),
                Axis.of("value", "bits", Scale.linear(0, 1)),
                marks,
                "A line rises. " + text);
    }

    /** A matrix on band scales, as later figures need it. */
    public static Plot matrix(int rows, int columns) {
        List<String> names = IntStream.range(0, rows).mapToObj(i -> "u" + i).toList();
        List<String> classes = IntStream.range(0, columns).mapToObj(i -> "class " + i).toList();
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> Math.sin(i));
        Mark.Image image =
                new Mark.Image(
                        new Box(-0.5, -0.5, columns - 0.5, rows - 0.5),
                        Picture.values(columns, rows, values, Ramp.diverging(0, 1)),
                        null,
                        false,
                        Tag.NONE);
        return new Plot(
                "matrix",
                360,
                300,
                Axis.of("class", "", new Scale.Bands(classes, Set.of())),
                Axis.of("unit", "", new Scale.Bands(names, Set.of())),
                List.of(new Mark.Images(List.of(image))),
                "A matrix");
    }

    private static Table tablePanel(String text) {
        Plot drawing =
                new Plot(
                        "",
                        80,
                        20,
                        Axis.hidden(0, 1),
                        Axis.hidden(0, 1),
                        List.of(
                                new Mark.Rule(
                                        Mark.Direction.VERTICAL,
                                        0.5,
                                        Stroke.solid(Tone.CHANCE, 1),
                                        "")),
                        text);
        return new Table(
                text,
                List.of(
                        new Table.Column(text, Align.START, null),
                        new Table.Column("effect", Align.START, drawing),
                        new Table.Column("p", Align.END, null)),
                List.of(
                        new Table.Group(
                                text,
                                text,
                                new Color.Category(0),
                                List.of(
                                        new Table.Row(
                                                List.of(
                                                        Table.Words.of(text),
                                                        new Table.Drawing(drawing),
                                                        new Table.Words(
                                                                ".0004",
                                                                text,
                                                                Table.Emphasis.STRONG)))))));
    }
}
