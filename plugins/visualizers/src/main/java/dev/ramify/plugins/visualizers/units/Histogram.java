package dev.ramify.plugins.visualizers.units;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shows what chance gave as bars, and what was found as a line through them. */
public final class Histogram {

    private static final int BARS = 24;
    private static final double MARGIN = 0.08;

    private Histogram() {}

    /** Draw. */
    public static Plot of(String title, String label, Dealt dealt, int width, int height) {
        double[] shuffles = dealt.shuffles();
        double low = Math.min(dealt.value(), shuffles[0]);
        double high = Math.max(dealt.value(), shuffles[shuffles.length - 1]);
        double room = Math.max(high - low, 1e-9) * MARGIN;
        double bar = Math.max(shuffles[shuffles.length - 1] - shuffles[0], 1e-9) / BARS;
        int[] counts = new int[BARS];
        for (double each : shuffles) {
            counts[Math.min(BARS - 1, (int) ((each - shuffles[0]) / bar))]++;
        }
        List<Mark.Rectangle> bars = new ArrayList<>();
        for (int b = 0; b < BARS; b++) {
            double from = shuffles[0] + b * bar;
            Tag tag =
                    Tag.tip(
                            "%d of %d shuffles from %s to %s"
                                    .formatted(
                                            counts[b],
                                            shuffles.length,
                                            Numbers.value(from),
                                            Numbers.value(from + bar)));
            bars.add(
                    new Mark.Rectangle(
                            new Box(from, 0, from + bar, counts[b]),
                            Fill.faded(Tone.CHANCE, 0.6),
                            null,
                            "",
                            tag));
        }
        int most = Arrays.stream(counts).max().orElse(1);
        String found = Numbers.value(dealt.value()) + ", " + Numbers.p(dealt.p());
        return new Plot(
                title,
                width,
                height,
                Axis.of(label, "", Scale.linear(low - room, high + room)),
                Axis.of("shuffles", "", Scale.whole(0, most * 1.18)),
                List.of(
                        new Mark.Rectangles(bars),
                        new Mark.Rule(
                                Mark.Direction.VERTICAL,
                                dealt.value(),
                                Stroke.solid(Tone.INK, 2),
                                found)),
                "Found %s; chance gave %s to %s 19 times in 20."
                        .formatted(found, Numbers.value(dealt.low()), Numbers.value(dealt.high())));
    }
}
