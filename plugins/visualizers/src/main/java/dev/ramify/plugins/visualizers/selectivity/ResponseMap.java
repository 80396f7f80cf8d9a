package dev.ramify.plugins.visualizers.selectivity;

import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Picture;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A unit in each row and a group of samples in each column, branch by branch. */
final class ResponseMap {

    private static final int WIDTH = 330;
    private static final int LEFT = 46;
    private static final int RAIL = 10;
    private static final int GAP = 12;
    private static final int LABELS = 86;
    private static final double SQUEEZED = 420;
    private static final double TALLEST = 11;
    private static final double LETTER = 5.6;

    private final SeenLayer seen;
    private final Profiles profiles;
    private final Responses responses;
    private final Responses ordering;
    private final Ramp ramp;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * @param ordering the responses that rows are ordered by
     */
    ResponseMap(
            SeenLayer seen, Profiles profiles, Responses responses, Responses ordering, Ramp ramp) {
        this.seen = seen;
        this.profiles = profiles;
        this.responses = responses;
        this.ordering = ordering;
        this.ramp = ramp;
    }

    Plot draw(String title) {
        double row = Math.max(1.5, Math.min(TALLEST, SQUEEZED / profiles.units().length));
        double y = 4;
        for (int branch = 0; branch < seen.layer().assignment().branches().size(); branch++) {
            List<Integer> units = units(branch);
            if (!units.isEmpty()) {
                block(branch, units, y, row);
                y += units.size() * row + GAP;
            }
        }
        labels(y - GAP + 5);
        return Plot.board(
                title,
                WIDTH,
                (int) Math.ceil(y - GAP + LABELS),
                marks,
                "%d units by %d groups of samples.".formatted(profiles.units().length, groups()));
    }

    private int groups() {
        return responses.groups().size();
    }

    private List<Integer> units(int branch) {
        return IntStream.range(0, profiles.units().length)
                .filter(k -> seen.branchOf(profiles.units()[k]) == branch)
                .boxed()
                .sorted(
                        Comparator.comparingInt(ordering::preferred)
                                .thenComparingDouble(
                                        k -> -ordering.values()[k][ordering.preferred(k)]))
                .toList();
    }

    private void block(int branch, List<Integer> units, double top, double row) {
        double[] values = new double[units.size() * groups()];
        List<Mark.Rectangle> rail = new ArrayList<>();
        for (int r = 0; r < units.size(); r++) {
            int k = units.get(r);
            System.arraycopy(responses.values()[k], 0, values, r * groups(), groups());
            int best = responses.preferred(k);
            String prefers =
                    "prefers %s (%s sd)"
                            .formatted(
                                    responses.groups().get(best),
                                    Numbers.value(responses.values()[k][best]));
            rail.add(
                    new Mark.Rectangle(
                            Box.at(LEFT, top + r * row, RAIL, row),
                            Fill.solid(seen.color(branch)),
                            null,
                            "",
                            seen.tag(profiles.units()[k], prefers)));
        }
        Box box = Box.at(LEFT + RAIL + 2, top, WIDTH - LEFT - RAIL - 4, units.size() * row);
        Picture picture = Picture.values(groups(), units.size(), values, ramp);
        marks.add(new Mark.Images(List.of(new Mark.Image(box, picture, null, false, Tag.NONE))));
        marks.add(new Mark.Rectangles(rail));
        text(LEFT - 6, top + units.size() * row / 2, seen.name(branch), Mark.Align.END);
    }

    private void labels(double top) {
        double wide = (WIDTH - LEFT - RAIL - 4) / (double) groups();
        int longest = responses.groups().stream().mapToInt(String::length).max().orElse(0);
        for (int g = 0; g < groups(); g++) {
            String name = responses.groups().get(g);
            double x = LEFT + RAIL + 2 + g * wide;
            if (longest * LETTER <= wide) {
                text(x + wide / 2, top + 8, name, Mark.Align.MIDDLE);
                continue;
            }
            // Long names take turns on four lines rather than run into each other.
            boolean first = g < (groups() + 1) / 2;
            String words = Names.shortened(name, (int) (4 * wide / LETTER));
            double at = first ? x + 2 : x + wide - 2;
            text(at, top + 8 + g % 4 * 14, words, first ? Mark.Align.START : Mark.Align.END);
        }
        text(LEFT + RAIL + 2, top + 74, "groups of samples", Mark.Align.START);
    }

    private void text(double x, double y, String words, Mark.Align align) {
        marks.add(new Mark.Text(new Position(x, y), words, align, 11, false, Tone.NEUTRAL));
    }
}
