package dev.ramify.api.figure;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Marks in a plane with two axes.
 *
 * @param title heading; empty for none
 * @param width width in pixels at natural size, axes included; at least 8
 * @param height height in pixels at natural size, axes included and title excluded; at least 8
 * @param x axis that runs to the right
 * @param y axis that runs upwards; bands run downwards
 * @param marks what is drawn, from back to front
 * @param description what there is to see, in a sentence, for those who do not see it
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Plot(
        String title, int width, int height, Axis x, Axis y, List<Mark> marks, String description)
        implements Panel {

    /**
     * @throws IllegalArgumentException if it is smaller than 8 by 8 pixels
     */
    public Plot {
        if (width < 8 || height < 8) {
            throw new IllegalArgumentException(
                    "a plot is at least 8 by 8 pixels, found %d by %d".formatted(width, height));
        }
        marks = List.copyOf(marks);
    }

    /**
     * Create a drawing board: coordinates are pixels at natural size, from the top left corner, and
     * no axes are shown.
     */
    public static Plot board(
            String title, int width, int height, List<Mark> marks, String description) {
        return new Plot(
                title,
                width,
                height,
                Axis.hidden(0, width),
                Axis.hidden(height, 0),
                marks,
                description);
    }
}
