package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.Picture;

/** Turns a filter into a picture: zero is grey, and all filters share one scale. */
final class FilterTile {

    private static final int COLOURS = 3;

    private FilterTile() {}

    static Picture of(FilterBank bank, int unit) {
        double[][] filter = bank.filters()[unit];
        int[] rgb = new int[bank.height() * bank.width()];
        for (int i = 0; i < rgb.length; i++) {
            for (int c = 0; c < COLOURS; c++) {
                // Other numbers of channels have no colours of their own and are averaged to grey.
                double weight = filter.length == COLOURS ? filter[c][i] : mean(filter, i);
                rgb[i] = rgb[i] << 8 | level(weight / bank.limit());
            }
        }
        return Picture.rgb(bank.width(), bank.height(), rgb);
    }

    private static int level(double strength) {
        return (int) Math.round(127.5 + 127.5 * Math.max(-1, Math.min(1, strength)));
    }

    private static double mean(double[][] filter, int position) {
        double sum = 0;
        for (double[] channel : filter) {
            sum += channel[position];
        }
        return sum / filter.length;
    }
}
