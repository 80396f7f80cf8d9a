package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Line;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lays an unseen column over every place of a line plot that tells the values of all lines. */
final class Readout {

    private final Plot plot;
    private final Frame area;
    private final Surface surface;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Map<Double, Mark.Slice>> intervals = new HashMap<>();

    Readout(Plot plot, Frame area, Surface surface) {
        this.plot = plot;
        this.area = area;
        this.surface = surface;
        for (Mark mark : plot.marks()) {
            if (mark instanceof Line line && !line.label().isEmpty()) {
                lines.add(line);
            } else if (mark instanceof Mark.Band band && !band.label().isEmpty()) {
                Map<Double, Mark.Slice> slices =
                        intervals.computeIfAbsent(band.label(), key -> new HashMap<>());
                band.slices().forEach(slice -> slices.put(slice.x(), slice));
            }
        }
    }

    void paint() {
        SortedSet<Double> places = new TreeSet<>();
        lines.forEach(line -> line.path().forEach(point -> places.add(point.x())));
        List<Double> all = List.copyOf(places);
        Projection project = Projection.across(plot.x().scale(), area);
        for (int i = 0; i < all.size(); i++) {
            double at = project.at(all.get(i));
            double left = i == 0 ? area.left() : (project.at(all.get(i - 1)) + at) / 2;
            double right =
                    i == all.size() - 1 ? area.right() : (project.at(all.get(i + 1)) + at) / 2;
            column(all.get(i), at, left, right);
        }
    }

    private void column(double place, double at, double left, double right) {
        surface.out()
                .open("g", "class", "readout", "data-x", number(place), "data-tip", tip(place));
        surface.path(
                new Shapes.Path().move(at, area.top()).lineTo(at, area.bottom()).toString(),
                Stroke.solid(Tone.NEUTRAL, 1));
        surface.out()
                .empty(
                        "rect",
                        "x",
                        left,
                        "y",
                        area.top(),
                        "width",
                        right - left,
                        "height",
                        area.height(),
                        "fill",
                        "transparent")
                .close();
    }

    private String tip(double place) {
        StringBuilder tip = new StringBuilder(plot.x().label()).append(' ').append(name(place));
        for (Line line : lines) {
            line.path().stream()
                    .filter(point -> point.x() == place && Double.isFinite(point.y()))
                    .findFirst()
                    .ifPresent(point -> tip.append('\n').append(reading(line.label(), point)));
        }
        return tip.toString().trim();
    }

    private String reading(String label, Position point) {
        Mark.Slice slice = intervals.getOrDefault(label, Map.of()).get(point.x());
        String value = label + "  " + number(point.y());
        return slice == null || !Double.isFinite(slice.low())
                ? value
                : value + "  [" + number(slice.low()) + ", " + number(slice.high()) + "]";
    }

    private String name(double place) {
        return plot.x().scale() instanceof Scale.Bands bands
                ? bands.names().get((int) Math.round(place))
                : number(place);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
