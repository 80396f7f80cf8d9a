package dev.ramify.core.trunk;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as it is written, without its margins.
 *
 * @param height in pixels
 * @param width the height if missing
 * @param down step from row to row
 * @param across step from column to column; that from row to row if missing
 * @param dilation distance between pixels that are looked at
 * @param rounding what happens to a last window
 */
record WindowSpec(
        int height,
        @Nullable Integer width,
        int down,
        @Nullable Integer across,
        int dilation,
        Window.Rounding rounding) {

    private static final int SIDES = 4;

    /** Windows of pools lie beside each other where no step is written. */
    static WindowSpec ofPool(
            int height,
            @Nullable Integer width,
            @Nullable Integer down,
            @Nullable Integer across,
            int dilation,
            Window.Rounding rounding) {
        boolean touching = down == null && across == null;
        return new WindowSpec(
                height,
                width,
                down == null ? height : down,
                touching ? width : across,
                dilation,
                rounding);
    }

    Window window() {
        return Window.of(height, width == null ? height : width)
                .withStride(down, across == null ? down : across)
                .withDilation(dilation)
                .withRounding(rounding);
    }

    /**
     * Add margins: those that are listed, or as many pixels on each side, or half of what the
     * window spans.
     *
     * @throws ArchitectureException if other than four margins are listed
     */
    static Window padded(
            String layer,
            Window window,
            @Nullable Integer padding,
            @Nullable List<Integer> margins) {
        if (margins != null) {
            if (margins.size() != SIDES) {
                throw new ArchitectureException(
                        layer,
                        "margins must be four numbers, those above, left, below and right; found "
                                + margins);
            }
            return window.withMargins(
                    new Window.Margins(
                            margins.get(0), margins.get(1), margins.get(2), margins.get(3)));
        }
        if (padding != null) {
            return window.withPadding(padding);
        }
        int rows = window.reach().height() / 2;
        int columns = window.reach().width() / 2;
        return window.withMargins(new Window.Margins(rows, columns, rows, columns));
    }
}
