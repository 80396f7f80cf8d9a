package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Scale;

/** Turns values of a scale into pixels. */
final class Projection {

    private static final double GAP = 0.5;

    private final Scale scale;
    private final double start;
    private final double end;

    private Projection(Scale scale, double start, double end) {
        this.scale = scale;
        this.start = start;
        this.end = end;
    }

    static Projection across(Scale scale, Frame frame) {
        return new Projection(scale, frame.left(), frame.right());
    }

    static Projection upright(Scale scale, Frame frame) {
        return scale instanceof Scale.Bands
                ? new Projection(scale, frame.top(), frame.bottom())
                : new Projection(scale, frame.bottom(), frame.top());
    }

    double at(double value) {
        return edge(value, value);
    }

    /** Project the edge of something that lies towards another value: edges of bands touch gaps. */
    double edge(double value, double towards) {
        return start + share(value, towards) * (end - start);
    }

    private double share(double value, double towards) {
        if (scale instanceof Scale.Linear linear) {
            return (value - linear.from()) / (linear.to() - linear.from());
        }
        if (scale instanceof Scale.Log log) {
            return Math.log(value / log.from()) / Math.log(log.to() / log.from());
        }
        Scale.Bands bands = (Scale.Bands) scale;
        long band = Math.round(value + 1e-6 * Math.signum(towards - value));
        long before = bands.gapsBefore().stream().filter(gap -> gap > 0 && gap <= band).count();
        long gaps =
                bands.gapsBefore().stream()
                        .filter(gap -> gap > 0 && gap < bands.names().size())
                        .count();
        return (value + 0.5 + before * GAP) / (bands.names().size() + gaps * GAP);
    }
}
