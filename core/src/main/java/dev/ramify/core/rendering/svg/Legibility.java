package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Ramp;

/** Chooses the colour of words on a filled area. */
final class Legibility {

    /** Where on a sequential ramp dark words become readable, and light ones stop to be. */
    private static final double BRIGHT = 0.6;

    private static final double DARK_END = 0.62;
    private static final Color WHITE = new Color.Value(new Ramp(Ramp.Kind.DIVERGING, -1, 0, 1), 0);
    private static final Color BLACK = new Color.Value(Ramp.sequential(0, 1), 0);

    private Legibility() {}

    static Color on(Fill fill) {
        boolean pale = fill.opacity() < 0.5 || fill.hatched();
        if (fill.color() instanceof Color.Value value && !pale) {
            return isDark(value) ? WHITE : BLACK;
        }
        return pale ? Tone.INK : Tone.SURFACE;
    }

    private static boolean isDark(Color.Value value) {
        Ramp ramp = value.ramp();
        if (ramp.kind() == Ramp.Kind.SEQUENTIAL) {
            return (value.value() - ramp.low()) / (ramp.high() - ramp.low()) < BRIGHT;
        }
        double reach =
                value.value() < ramp.middle()
                        ? ramp.middle() - ramp.low()
                        : ramp.high() - ramp.middle();
        return Math.abs(value.value() - ramp.middle()) / reach > DARK_END;
    }
}
