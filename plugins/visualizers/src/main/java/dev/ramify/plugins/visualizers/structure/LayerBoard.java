package dev.ramify.plugins.visualizers.structure;

import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the layers of one network from top to bottom, branches side by side. */
final class LayerBoard {

    private static final int WIDTH = 300;
    private static final int BOX = 26;
    private static final int STEP = 46;
    private static final double NARROWEST = 0.35;

    private final List<Mark> wires = new ArrayList<>();
    private final List<Mark.Rectangle> boxes = new ArrayList<>();
    private final List<Mark> words = new ArrayList<>();
    private final double widest;
    private List<Position> ends;
    private double y;

    private LayerBoard(double widest, Position image) {
        this.widest = widest;
        this.ends = List.of(image);
        this.y = image.y() + STEP - BOX;
    }

    static Plot of(VariantFindings variant) {
        List<PlacedLayer> weighted =
                variant.architecture().layers().stream()
                        .filter(placed -> placed.layer() instanceof WeightedLayer)
                        .toList();
        double widest = weighted.stream().mapToDouble(LayerBoard::units).max().orElse(1);
        LayerBoard board = new LayerBoard(widest, new Position(WIDTH / 2.0, 20));
        board.label(WIDTH / 2.0, 12, "image " + variant.architecture().input(), Tone.NEUTRAL);
        int from = 0;
        while (from < weighted.size()) {
            boolean trunk = weighted.get(from).branch().isEmpty();
            int to = from;
            while (to < weighted.size() && weighted.get(to).branch().isEmpty() == trunk) {
                to++;
            }
            board.segment(weighted.subList(from, to), trunk);
            from = to;
        }
        List<Mark> marks = new ArrayList<>(board.wires);
        marks.add(new Mark.Rectangles(board.boxes));
        marks.addAll(board.words);
        return Plot.board(
                ArchitectureDiagram.cost(variant),
                WIDTH,
                (int) Math.ceil(board.y),
                marks,
                "%d layers with weights.".formatted(weighted.size()));
    }

    private static double units(PlacedLayer placed) {
        return placed.output().channels();
    }

    /** Draw layers of the trunk below each other, or branches side by side. */
    private void segment(List<PlacedLayer> layers, boolean trunk) {
        Map<String, List<PlacedLayer>> lanes = new LinkedHashMap<>();
        layers.forEach(
                each -> lanes.computeIfAbsent(each.branch(), name -> new ArrayList<>()).add(each));
        double lane = (double) WIDTH / lanes.size();
        double top = y;
        double bottom = y;
        List<Position> arrived = new ArrayList<>();
        int index = 0;
        for (List<PlacedLayer> own : lanes.values()) {
            Color color = trunk ? Tone.NEUTRAL : new Color.Branch(index);
            double x = (index + .5) * lane;
            List<Position> from = ends;
            double at = top;
            for (PlacedLayer placed : own) {
                for (Position end : from) {
                    wire(end, new Position(x, at), color);
                }
                box(placed, x, at, lane - 8, color);
                from = List.of(new Position(x, at + BOX));
                at += STEP;
            }
            arrived.addAll(from);
            bottom = Math.max(bottom, at);
            index++;
        }
        ends = arrived;
        y = bottom;
    }

    private void box(PlacedLayer placed, double x, double top, double room, Color color) {
        double share = Math.max(NARROWEST, Math.sqrt(units(placed) / widest));
        double width = Math.min(room, Math.min(room, 150) * share + 24);
        String name = placed.layer().name();
        Tag tag =
                Tag.tip(
                        "%s\n%s to %s\n%s parameters, %s multiply-accumulates"
                                .formatted(
                                        placed.path(),
                                        placed.input(),
                                        placed.output(),
                                        Numbers.count(placed.cost().parameters()),
                                        Numbers.count(placed.cost().macs())));
        boxes.add(
                new Mark.Rectangle(
                        Box.at(x - width / 2, top, width, BOX),
                        Fill.faded(color, .16),
                        Stroke.solid(color, 1.4),
                        "",
                        tag));
        int letters = (int) (width / 6.2);
        String text = name + " \u00b7 " + placed.output().channels();
        label(x, top + BOX / 2.0, text.length() <= letters ? text : name, Tone.INK);
    }

    private void wire(Position from, Position to, Color color) {
        wires.add(new Mark.Line(List.of(from, to), Stroke.solid(color, 1.4).faded(.7), ""));
    }

    private void label(double x, double at, String text, Color color) {
        words.add(new Mark.Text(new Position(x, at), text, Mark.Align.MIDDLE, 11, false, color));
    }
}
