package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Slice;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.plugins.visualizers.curves.Tracked.Chance;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One panel: a number of all variants over epochs. */
final class CurvePanel {

    private static final int WIDTH = 310;
    private static final int HEIGHT = 264;
    private static final double ROOM = 0.06;

    private final String title;
    private final String label;
    private final String unit;
    private final Possible possible;
    private final List<Trace> traces;
    private final SortedMap<Integer, Chance> chance = new TreeMap<>();
    private final List<Mark> rules = new ArrayList<>();
    private final List<Mark> onsets = new ArrayList<>();

    /**
     * Between which values a number lies by its nature. Student's interval of a few seeds knows
     * nothing of that and is cut there.
     */
    record Possible(double least, double greatest) {

        static final Possible ANY =
                new Possible(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        private double within(double value) {
            return Math.min(greatest, Math.max(least, value));
        }
    }

    CurvePanel(String title, String label, String unit, Possible possible, List<Trace> traces) {
        this.title = title;
        this.label = label;
        this.unit = unit;
        this.possible = possible;
        this.traces = traces.stream().filter(trace -> !trace.isEmpty()).toList();
    }

    boolean isEmpty() {
        return traces.isEmpty();
    }

    /** Widen the band of what chance gives by that of one variant. */
    void addChance(SortedMap<Integer, Chance> ofVariant) {
        ofVariant.forEach(
                (epoch, band) ->
                        chance.merge(
                                epoch,
                                band,
                                (a, b) ->
                                        new Chance(
                                                (a.mean() + b.mean()) / 2,
                                                Math.min(a.low(), b.low()),
                                                Math.max(a.high(), b.high()))));
    }

    /** Mark the epoch from which on a variant is beyond chance. */
    void addOnset(int epoch, int variant) {
        for (Trace trace : traces) {
            OverSeeds mean = trace.index() == variant ? trace.mean().get(epoch) : null;
            if (mean != null) {
                Color color = new Color.Category(variant);
                Stroke stroke = Stroke.solid(color, 1.2).with(Stroke.Dash.DOTTED);
                Position at = new Position(epoch, mean.mean());
                Tag tag = Tag.tip("%s: onset at epoch %d".formatted(trace.variant(), epoch));
                rules.add(new Mark.Rule(Mark.Direction.VERTICAL, epoch, stroke, ""));
                onsets.add(
                        new Mark.Points(
                                List.of(
                                        new Mark.Point(
                                                at,
                                                Glyph.ofBranch(variant),
                                                9,
                                                color,
                                                true,
                                                tag))));
            }
        }
    }

    Plot draw() {
        List<Mark> marks = new ArrayList<>();
        if (!chance.isEmpty()) {
            List<Slice> slices = new ArrayList<>();
            chance.forEach((x, band) -> slices.add(new Slice(x, band.low(), band.high())));
            marks.add(new Mark.Band(slices, Fill.faded(Tone.CHANCE, 0.22), ""));
        }
        marks.addAll(rules);
        traces.forEach(trace -> interval(trace, marks));
        traces.forEach(trace -> seeds(trace, marks));
        traces.forEach(trace -> mean(trace, marks));
        marks.addAll(onsets);
        return new Plot(title, WIDTH, HEIGHT, epochs(), values(), marks, description());
    }

    private void interval(Trace trace, List<Mark> marks) {
        List<Slice> slices = new ArrayList<>();
        trace.mean()
                .forEach(
                        (epoch, mean) ->
                                slices.add(
                                        new Slice(
                                                epoch,
                                                possible.within(mean.low()),
                                                possible.within(mean.high()))));
        marks.add(
                new Mark.Band(
                        slices,
                        Fill.faded(new Color.Category(trace.index()), 0.16),
                        trace.variant()));
    }

    private static void seeds(Trace trace, List<Mark> marks) {
        Stroke stroke = Stroke.solid(new Color.Category(trace.index()), 0.8).faded(0.34);
        for (SortedMap<Integer, Double> seed : trace.seeds()) {
            marks.add(new Mark.Line(path(seed), stroke, ""));
        }
    }

    private static void mean(Trace trace, List<Mark> marks) {
        SortedMap<Integer, Double> means = new TreeMap<>();
        trace.mean().forEach((epoch, mean) -> means.put(epoch, mean.mean()));
        List<Position> path = path(means);
        marks.add(new Mark.Line(path, stroke(trace), trace.variant()));
        marks.add(
                new Mark.Points(
                        List.of(
                                new Mark.Point(
                                        path.get(path.size() - 1),
                                        Glyph.ofBranch(trace.index()),
                                        8,
                                        new Color.Category(trace.index()),
                                        false,
                                        Tag.NONE))));
    }

    static Stroke stroke(Trace trace) {
        Stroke stroke = Stroke.solid(new Color.Category(trace.index()), 2);
        return trace.control() ? stroke.with(Stroke.Dash.DASHED) : stroke;
    }

    private static List<Position> path(SortedMap<Integer, Double> values) {
        return values.entrySet().stream()
                .map(entry -> new Position(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Axis epochs() {
        int last = traces.stream().mapToInt(trace -> trace.mean().lastKey()).max().orElse(0);
        return Axis.of("epoch", "", Scale.whole(0, Math.max(1, last)));
    }

    private Axis values() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<Double> all = new ArrayList<>();
        for (Trace trace : traces) {
            trace.seeds().forEach(seed -> all.addAll(seed.values()));
            for (OverSeeds mean : trace.mean().values()) {
                all.add(possible.within(mean.low()));
                all.add(possible.within(mean.high()));
            }
        }
        for (Map.Entry<Integer, Chance> band : chance.entrySet()) {
            all.add(band.getValue().low());
            all.add(band.getValue().high());
        }
        for (double value : all) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double room = high > low ? (high - low) * ROOM : Math.max(1e-3, Math.abs(high) * ROOM);
        return Axis.of(label, unit, Scale.linear(low - room, high + room));
    }

    private String description() {
        StringBuilder text = new StringBuilder("From epoch 0 to the last");
        String separator = ": ";
        for (Trace trace : traces) {
            double first = trace.first().mean();
            text.append(separator)
                    .append(trace.variant())
                    .append(" from ")
                    .append(CurveData.rounded(first))
                    .append(" to ")
                    .append(CurveData.rounded(trace.last().mean()));
            separator = "; ";
        }
        return text.append('.').toString();
    }
}
