package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.metric.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * One number of a matrix.
 *
 * @param row name of its row
 * @param column name of its column
 * @param value the number
 * @param chance what chance gives on average; null where that is not known
 * @param p probability by chance, corrected over the matrix; null where it was not tested
 */
record Cell(String row, String column, double value, @Nullable Double chance, @Nullable Double p) {

    private static final double ALPHA = 0.05;

    static Cell of(String row, String column, Measurement.Defined value, double scale) {
        return new Cell(
                row,
                column,
                value.value() * scale,
                value.chance() == null ? null : value.chance().mean() * scale,
                value.pAdjusted());
    }

    /** Tell whether it may be told from chance, or was not tested at all. */
    boolean isLoud() {
        return p == null || p <= ALPHA;
    }
}
