package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Mark.Direction;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scale that the effects of all rows share.
 *
 * @param low its left end, below zero
 * @param high its right end, at least 1
 */
record EffectScale(double low, double high) {

    private static final int WIDTH = 210;
    private static final int HEIGHT = 26;
    private static final double MARGIN = 0.06;

    static EffectScale over(List<VariantFindings> variants) {
        double[] ends =
                variants.stream()
                        .flatMap(
                                variant ->
                                        Stream.concat(
                                                variant.summaries().stream(),
                                                variant.untrainedSummaries().stream()))
                        .flatMapToDouble(EffectScale::ends)
                        .filter(Double::isFinite)
                        .toArray();
        double least = DoubleStream.of(ends).min().orElse(0);
        double most = DoubleStream.of(ends).max().orElse(1);
        return new EffectScale(Math.min(-MARGIN, least - MARGIN), Math.max(1, most) + MARGIN);
    }

    /** Draw the ticks that stand in the heading. */
    Plot ruler() {
        List<Mark> marks = new ArrayList<>();
        for (double tick : new double[] {0, 0.5, 1}) {
            String label = tick == 0 ? "0" : tick == 1 ? "1" : ".5";
            marks.add(
                    new Mark.Text(
                            new Position(tick, 0.55),
                            label,
                            Align.MIDDLE,
                            10.5,
                            false,
                            Tone.NEUTRAL));
        }
        return plot(14, marks, "Scale from chance, 0, to the greatest effect possible, 1");
    }

    /** Draw a trained effect above its untrained twin. */
    Plot draw(Summary trained, @Nullable Summary untrained) {
        List<Mark> marks = new ArrayList<>();
        for (double tick : new double[] {0.5, 1}) {
            marks.add(new Mark.Rule(Direction.VERTICAL, tick, Stroke.solid(Tone.FAINT, 1), ""));
        }
        marks.add(new Mark.Rule(Direction.VERTICAL, 0, Stroke.solid(Tone.CHANCE, 1.5), ""));
        StringBuilder description = new StringBuilder();
        if (untrained != null) {
            draw(untrained, 0.26, Tone.NEUTRAL, true, "untrained", marks, description);
        }
        draw(trained, 0.64, Tone.INK, false, "trained", marks, description);
        return plot(HEIGHT, marks, description.toString().trim());
    }

    private static void draw(
            Summary summary,
            double y,
            Color color,
            boolean hollow,
            String name,
            List<Mark> marks,
            StringBuilder description) {
        Double effect = summary.effect();
        if (effect == null || !Double.isFinite(effect)) {
            return;
        }
        double low = Collections.min(summary.effects());
        double high = Collections.max(summary.effects());
        if (high > low) {
            marks.add(
                    new Mark.Line(
                            List.of(new Position(low, y), new Position(high, y)),
                            Stroke.solid(color, hollow ? 1.2 : 2),
                            ""));
        }
        marks.add(point(effect, y, Glyph.CIRCLE, color, hollow));
        description
                .append("Effect ")
                .append(name)
                .append(' ')
                .append(Numbers.value(effect))
                .append(' ')
                .append(
                        high > low
                                ? "%s to %s over seeds"
                                        .formatted(Numbers.value(low), Numbers.value(high))
                                : "")
                .append(". ");
    }

    static Mark point(double x, double y, Glyph glyph, Color color, boolean hollow) {
        return new Mark.Points(
                List.of(
                        new Mark.Point(
                                new Position(x, y),
                                glyph,
                                hollow ? 6 : 8,
                                color,
                                hollow,
                                Tag.NONE)));
    }

    private Plot plot(int height, List<Mark> marks, String description) {
        return new Plot(
                "", WIDTH, height, Axis.hidden(low, high), Axis.hidden(0, 1), marks, description);
    }

    private static DoubleStream ends(Summary summary) {
        return summary.effects().stream().mapToDouble(Double::doubleValue);
    }
}
