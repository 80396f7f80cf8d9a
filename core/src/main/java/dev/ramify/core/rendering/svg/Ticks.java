package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Chooses round values for the ticks of an axis. */
final class Ticks {

    /** A value and how it is written. */
    record Tick(double value, String label) {}

    private static final double TOLERANCE = 1e-9;

    private Ticks() {}

    /**
     * Choose ticks.
     *
     * @param length of the axis in pixels
     * @param spacing wished between ticks in pixels
     */
    static List<Tick> of(Scale scale, double length, double spacing) {
        if (scale instanceof Scale.Linear linear) {
            return linear(linear, Math.max(1, length / spacing));
        }
        if (scale instanceof Scale.Log log) {
            return logarithmic(log, Math.max(1, length / spacing));
        }
        return bands((Scale.Bands) scale, length);
    }

    private static List<Tick> linear(Scale.Linear scale, double count) {
        double low = Math.min(scale.from(), scale.to());
        double high = Math.max(scale.from(), scale.to());
        BigDecimal step = step((high - low) / count);
        if (scale.whole() && step.compareTo(BigDecimal.ONE) < 0) {
            step = BigDecimal.ONE;
        }
        double width = step.doubleValue();
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / width - TOLERANCE);
                i * width <= high + width * TOLERANCE;
                i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), label(value)));
        }
        return ticks;
    }

    /** Return the least of 1, 2, 5 times a power of ten that is not less than asked for. */
    private static BigDecimal step(double least) {
        int exponent = (int) Math.floor(Math.log10(least));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least * (1 - TOLERANCE)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    private static List<Tick> logarithmic(Scale.Log scale, double count) {
        double low = Math.min(scale.from(), scale.to());
        double high = Math.max(scale.from(), scale.to());
        double decades = Math.log10(high / low);
        int[] factors = decades * 3 <= count ? new int[] {1, 2, 5} : new int[] {1};
        int stride = Math.max(1, (int) Math.ceil(decades / count));
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(low));
        for (int exponent = first; exponent <= Math.log10(high) + 1; exponent++) {
            if (Math.floorMod(exponent, stride) != 0) {
                continue;
            }
            for (int factor : factors) {
                BigDecimal value = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
                double at = value.doubleValue();
                if (at >= low * (1 - TOLERANCE) && at <= high * (1 + TOLERANCE)) {
                    ticks.add(new Tick(at, label(value)));
                }
            }
        }
        return ticks;
    }

    /** Names every band, or every so many where there is no room. */
    private static List<Tick> bands(Scale.Bands scale, double length) {
        int size = scale.names().size();
        int stride = Math.max(1, (int) Math.ceil(size * 12 / Math.max(1, length)));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < size; i += stride) {
            ticks.add(new Tick(i, scale.names().get(i)));
        }
        return ticks;
    }

    private static String label(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        if (size >= 1e6 || (size > 0 && size < 1e-4)) {
            return value.round(new MathContext(2))
                    .stripTrailingZeros()
                    .toString()
                    .replace('E', 'e');
        }
        return value.toPlainString().replace('-', '\u2212');
    }
}
