package dev.ramify.plugins.visualizers.filters;

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
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.filters.FilterProperty.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small axis under a branch: the whole layer as a grey hill, the branch's filters as ticks, its
 * mean as a point beside the range of random branches.
 */
final class Strip {

    static final int HEIGHT = 54;
    private static final int STEPS = 60;
    private static final double SMOOTHING = 0.04;
    private static final double HILL = 0.5;
    private static final double MEAN = 0.8;
    private static final double REACH = 2;

    private final FilterProperty property;
    private final NetworkFilters network;
    private final int[] units;
    private final Color color;
    private final int branch;
    private final boolean divided;

    Strip(FilterProperty property, NetworkFilters network, int branch, boolean divided) {
        this.property = property;
        this.network = network;
        this.units = network.layer().assignment().unitsOf(branch);
        this.branch = branch;
        this.divided = divided;
        this.color = divided ? new Color.Branch(branch) : Tone.NEUTRAL;
    }

    Plot draw() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Band(hill(), Fill.faded(Tone.NEUTRAL, 0.22), ""));
        for (int unit : units) {
            double value = property.values()[unit];
            if (Double.isFinite(value)) {
                marks.add(
                        line(value, 0.02, value, HILL * 0.62, Stroke.solid(color, 1.4).faded(0.8)));
            }
        }
        Comparison comparison = property.compare(units);
        if (divided && Double.isFinite(comparison.chanceSd())) {
            chance(comparison, marks);
        }
        return new Plot(
                "",
                160,
                HEIGHT,
                Axis.of("", "", Scale.linear(0, property.most())),
                Axis.hidden(0, 1),
                marks,
                property.label() + " of " + network.title());
    }

    private void chance(Comparison comparison, List<Mark> marks) {
        double reach = REACH * comparison.chanceSd();
        double low = comparison.chanceMean() - reach;
        double high = comparison.chanceMean() + reach;
        marks.add(line(low, MEAN, high, MEAN, Stroke.solid(Tone.CHANCE, 6).faded(0.6)));
        if (Double.isFinite(comparison.mean())) {
            String tip =
                    "%s, mean of the branch  %s\nmean of random branches  %s, 95 %% in [%s, %s]"
                            .formatted(
                                    property.label(),
                                    Numbers.value(comparison.mean()),
                                    Numbers.value(comparison.chanceMean()),
                                    Numbers.value(low),
                                    Numbers.value(high));
            marks.add(
                    new Mark.Points(
                            List.of(
                                    new Mark.Point(
                                            new Position(comparison.mean(), MEAN),
                                            Glyph.ofBranch(branch),
                                            9,
                                            color,
                                            false,
                                            Tag.tip(tip)))));
        }
    }

    /** Smooth the whole layer's values by a Gaussian. */
    private List<Slice> hill() {
        double[] values = Arrays.stream(property.values()).filter(Double::isFinite).toArray();
        double[] heights = new double[STEPS + 1];
        double width = SMOOTHING * property.most();
        for (int i = 0; i <= STEPS; i++) {
            double x = property.most() * i / STEPS;
            for (double value : values) {
                double distance = (x - value) / width;
                heights[i] += Math.exp(-distance * distance / 2);
            }
        }
        double most = Arrays.stream(heights).max().orElse(1);
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double x = property.most() * i / STEPS;
            slices.add(new Slice(x, 0, most > 0 ? HILL * heights[i] / most : 0));
        }
        return slices;
    }

    private static Mark line(double x0, double y0, double x1, double y1, Stroke stroke) {
        return new Mark.Line(List.of(new Position(x0, y0), new Position(x1, y1)), stroke, "");
    }
}
