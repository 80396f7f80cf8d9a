package dev.ramify.core.rendering.color;

import dev.ramify.api.figure.Ramp;

/** Colours of numbers: viridis for amounts, blue to white to orange for two sides of a middle. */
public final class Ramps {

    private static final int[] SEQUENTIAL = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
        0xfde725
    };
    private static final int[] DIVERGING = {
        0x154a8a, 0x4b87c2, 0xaacbe6, 0xf7f7f5, 0xf5cba0, 0xdf8a3c, 0xa04f06
    };

    private Ramps() {}

    /** Return the colour of a number as {@code 0xRRGGBB}. */
    public static int rgb(Ramp ramp, double value) {
        if (ramp.kind() == Ramp.Kind.SEQUENTIAL) {
            return mix(SEQUENTIAL, (value - ramp.low()) / (ramp.high() - ramp.low()));
        }
        double half =
                value < ramp.middle()
                        ? (value - ramp.middle()) / (ramp.middle() - ramp.low())
                        : (value - ramp.middle()) / (ramp.high() - ramp.middle());
        return mix(DIVERGING, (half + 1) / 2);
    }

    private static int mix(int[] anchors, double share) {
        double at = Math.min(1, Math.max(0, share)) * (anchors.length - 1);
        int low = Math.min(anchors.length - 2, (int) at);
        double weight = at - low;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = anchors[low] >> shift & 0xFF;
            int b = anchors[low + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(a + (b - a) * weight) << shift;
        }
        return rgb;
    }
}
