package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * A rectangle in the values of a plot's axes; the order of the ends does not matter.
 *
 * @param x0 one end along the horizontal axis
 * @param y0 one end along the vertical axis
 * @param x1 the other end along the horizontal axis
 * @param y1 the other end along the vertical axis
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Box(double x0, double y0, double x1, double y1) {

    /** Create from a corner and a size. */
    public static Box at(double x, double y, double width, double height) {
        return new Box(x, y, x + width, y + height);
    }

    /** Create the cell of two band scales. */
    public static Box cell(int column, int row) {
        return new Box(column - 0.5, row - 0.5, column + 0.5, row + 0.5);
    }
}
