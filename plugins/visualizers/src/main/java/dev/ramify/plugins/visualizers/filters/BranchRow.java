package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.figure.UnitId;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Draws one branch: its name and numbers, its filters, and where they lie in the whole layer. */
final class BranchRow {

    private static final int PER_LINE = 8;
    private static final int MOST_LINES = 6;
    private static final double TILE = 33;
    private static final double STEP = 37;
    private static final double WIDTH = PER_LINE * STEP - (STEP - TILE);
    private static final double GAP = 24;
    private static final double STRIP_GAP = 30;

    private final NetworkFilters network;
    private final int branch;
    private final boolean divided;
    private final BranchWords words;
    private double top;
    private double bottom;

    BranchRow(NetworkFilters network, int branch, boolean divided) {
        this.network = network;
        this.branch = branch;
        this.divided = divided;
        this.words = new BranchWords(network, branch, divided);
    }

    /** Draw from a corner on and return where the next row begins. */
    double draw(double left, double from, boolean roomy, List<Mark> marks) {
        double y = heading(left, from, marks);
        top = y;
        y = tiles(left, y, marks);
        bottom = y;
        return roomy ? strips(left, y + 12, marks) + GAP : y + GAP - 8;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    String description() {
        return words.description();
    }

    private double heading(double left, double from, List<Mark> marks) {
        double y = from + 8;
        double x = left;
        if (divided) {
            marks.add(
                    new Mark.Points(
                            List.of(
                                    new Mark.Point(
                                            new Position(left + 5, y),
                                            Glyph.ofBranch(branch),
                                            10,
                                            color(),
                                            false,
                                            Tag.NONE))));
            x += 17;
        }
        marks.add(text(x, y, words.name(), Align.START, 13, true, Tone.INK));
        y += 17;
        marks.add(text(left, y, words.character(), Align.START, 11.5, false, Tone.INK));
        y += 16;
        if (!words.evidence().isEmpty()) {
            marks.add(text(left, y, words.evidence(), Align.START, 11, false, Tone.NEUTRAL));
            y += 16;
        }
        return y - 4;
    }

    private double tiles(double left, double y, List<Mark> marks) {
        List<Integer> shown = shown();
        List<Mark.Image> images = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int unit = shown.get(i);
            Box box =
                    Box.at(
                            left + i % PER_LINE * STEP,
                            y + Math.floorDiv(i, PER_LINE) * STEP,
                            TILE,
                            TILE);
            images.add(
                    new Mark.Image(
                            box,
                            FilterTile.of(network.bank(), unit),
                            null,
                            network.isDead(unit),
                            new Tag(
                                    tip(unit),
                                    new UnitId(network.network(), network.layer().layer(), unit))));
        }
        marks.add(new Mark.Images(images));
        int lines = (shown.size() + PER_LINE - 1) / PER_LINE;
        double end = y + lines * STEP - (STEP - TILE);
        int all = network.units(branch).size();
        if (shown.size() < all) {
            String more = "%d of %d, evenly along the order".formatted(shown.size(), all);
            marks.add(text(left, end + 10, more, Align.START, 10.5, false, Tone.NEUTRAL));
            return end + 16;
        }
        return end;
    }

    private List<Integer> shown() {
        List<Integer> all = network.units(branch);
        int most = PER_LINE * MOST_LINES;
        if (all.size() <= most) {
            return all;
        }
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            shown.add(all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))));
        }
        return shown;
    }

    private double strips(double left, double y, List<Mark> marks) {
        List<FilterProperty> properties = new ArrayList<>();
        for (FilterProperty each : List.of(network.colour(), network.frequency())) {
            if (each.isKnown()) {
                properties.add(each);
            }
        }
        double width = (WIDTH - STRIP_GAP) / 2;
        double height = 0;
        for (int i = 0; i < properties.size(); i++) {
            Strip strip = new Strip(properties.get(i), network, branch, divided);
            double x = left + i * (width + STRIP_GAP);
            String mean = words.mean(properties.get(i));
            String chance = words.chance(properties.get(i));
            marks.add(text(x, y + 4, mean, Align.START, 11, false, Tone.INK));
            marks.add(text(x, y + 18, chance, Align.START, 10.5, false, Tone.NEUTRAL));
            marks.add(
                    new Mark.Inset(Box.at(x - 10, y + 26, width + 22, Strip.HEIGHT), strip.draw()));
            height = 26 + Strip.HEIGHT;
        }
        return y + height;
    }

    private String tip(int unit) {
        StringBuilder tip = new StringBuilder();
        tip.append(words.plainName()).append(", unit ").append(unit);
        line(tip, "colour index", network.colour().values()[unit]);
        line(tip, "frequency, cycles/px", network.frequency().values()[unit]);
        line(tip, "norm / median", network.bank().norms()[unit] / network.bank().medianNorm());
        for (UnitColumn column : network.columns()) {
            boolean shown =
                    column.name().equals(FilterProperty.COLOUR)
                            || column.name().equals(FilterProperty.FREQUENCY);
            if (!shown && unit < column.size() && !column.text(unit).isEmpty()) {
                tip.append('\n').append(column.name()).append("  ");
                tip.append(Numbers.shortened(column.text(unit)));
            }
        }
        if (network.bank().isNearZero(unit)) {
            tip.append("\nnear zero: no pattern");
        } else if (network.silent()[unit]) {
            tip.append("\nsilent: no sample activates it");
        }
        return tip.toString();
    }

    private static void line(StringBuilder tip, String name, double value) {
        if (Double.isFinite(value)) {
            tip.append('\n').append(name).append("  ").append(Numbers.value(value));
        }
    }

    private Color color() {
        return divided ? new Color.Branch(branch) : Tone.NEUTRAL;
    }

    private static Mark text(
            double x, double y, String text, Align align, double size, boolean strong, Tone tone) {
        return new Mark.Text(new Position(x, y), text, align, size, strong, tone);
    }

    static String filters(int count) {
        return Numbers.count(count, "filter", "filters");
    }
}
