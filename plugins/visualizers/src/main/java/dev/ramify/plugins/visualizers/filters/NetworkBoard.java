package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Draws one network: the image, a wire to every branch, its filters, and the merge. */
final class NetworkBoard {

    static final int WIDTH = 400;
    private static final double IMAGE_WIDTH = 40;
    private static final double RAIL = 60;
    private static final double TILES = 72;
    private static final double OUT = 370;
    private static final double MERGE = 394;
    private static final int MANY_BRANCHES = 6;

    private final NetworkFilters network;
    private final List<Integer> order;
    private final List<Mark> wires = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Double> middles = new ArrayList<>();
    private final StringBuilder description = new StringBuilder();

    /**
     * @param order of the branches, from top to bottom
     */
    NetworkBoard(NetworkFilters network, List<Integer> order) {
        this.network = network;
        this.order = order;
    }

    Plot draw() {
        boolean divided = network.layer().assignment().branches().size() > 1;
        boolean roomy = network.layer().assignment().branches().size() <= MANY_BRANCHES;
        double y = 4;
        for (int branch : order) {
            BranchRow row = new BranchRow(network, branch, divided);
            y = row.draw(TILES, y, roomy, marks);
            rail(branch, divided, row);
            description.append(row.description()).append(' ');
        }
        int height = (int) Math.ceil(y - 14);
        ends(height);
        List<Mark> all = new ArrayList<>(wires);
        all.addAll(marks);
        return Plot.board(network.title(), WIDTH, height, all, description.toString().trim());
    }

    private void rail(int branch, boolean divided, BranchRow row) {
        Color color = divided ? new Color.Branch(branch) : Tone.NEUTRAL;
        marks.add(
                new Mark.Rectangles(
                        List.of(
                                new Mark.Rectangle(
                                        new Box(RAIL, row.top(), RAIL + 5, row.bottom()),
                                        Fill.solid(color),
                                        null,
                                        "",
                                        Tag.NONE))));
        middles.add((row.top() + row.bottom()) / 2);
    }

    /** Draw the image at the left, the merge at the right, and the wires between. */
    private void ends(double height) {
        double middle = (middles.get(0) + middles.get(middles.size() - 1)) / 2;
        boolean divided = order.size() > 1;
        for (int i = 0; i < order.size(); i++) {
            Color color = divided ? new Color.Branch(order.get(i)) : Tone.NEUTRAL;
            Stroke stroke = Stroke.solid(color, 1.8);
            double at = middles.get(i);
            wires.add(wire(IMAGE_WIDTH, middle, RAIL, at, stroke));
            wires.add(wire(OUT, at, MERGE, middle, stroke));
        }
        double half = 17;
        marks.add(
                new Mark.Rectangles(
                        List.of(
                                new Mark.Rectangle(
                                        new Box(0, middle - half, IMAGE_WIDTH, middle + half),
                                        Fill.solid(Tone.SURFACE),
                                        Stroke.solid(Tone.NEUTRAL, 1.2),
                                        "",
                                        Tag.NONE))));
        label("image", middle - 6);
        label(channels(), middle + 7);
        marks.add(
                new Mark.Points(
                        List.of(
                                new Mark.Point(
                                        new Position(MERGE, Math.min(height - 5, middle)),
                                        Glyph.CIRCLE,
                                        9,
                                        Tone.NEUTRAL,
                                        false,
                                        Tag.tip("The branches go on to the next layer")))));
    }

    private String channels() {
        int channels = network.bank().channels();
        return channels == 3 ? "RGB" : Numbers.count(channels, "channel", "channels");
    }

    private void label(String text, double y) {
        marks.add(
                new Mark.Text(
                        new Position(IMAGE_WIDTH / 2, y),
                        text,
                        Align.MIDDLE,
                        10.5,
                        false,
                        Tone.NEUTRAL));
    }

    private static Mark wire(double x0, double y0, double x1, double y1, Stroke stroke) {
        return new Mark.Wire(new Position(x0, y0), new Position(x1, y1), stroke);
    }
}
