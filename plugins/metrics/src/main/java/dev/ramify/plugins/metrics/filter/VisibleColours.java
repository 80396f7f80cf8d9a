package dev.ramify.plugins.metrics.filter;

import dev.ramify.numerics.linear.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;

/**
 * The directions in the space of channels along which images vary. What a filter has in other
 * directions meets nothing in any image: training leaves it as it was drawn, so that it tells how
 * far a filter has moved rather than what it looks for. Grey images in three channels, the usual
 * case, vary along one direction.
 *
 * @param channels number of channels
 * @param directions orthonormal {@code [directions][channels]}; as many as channels if images vary
 *     in every way
 */
record VisibleColours(int channels, List<double[]> directions) {

    /** A direction counts if its variance is at least this share of the greatest. */
    private static final double LEAST_SHARE = 1e-6;

    /** Take it that images vary in every way. */
    static VisibleColours all(int channels) {
        double[][] identity = new double[channels][channels];
        for (int channel = 0; channel < channels; channel++) {
            identity[channel][channel] = 1;
        }
        return new VisibleColours(channels, List.of(identity));
    }

    /** Read the directions off a covariance {@code [channels][channels]}. */
    static VisibleColours of(double[][] covariance) {
        int channels = covariance.length;
        SymmetricEigen axes = SymmetricEigen.of(covariance);
        double least = LEAST_SHARE * Math.max(axes.value(0), Double.MIN_NORMAL);
        List<double[]> visible = new ArrayList<>();
        for (int axis = 0; axis < channels; axis++) {
            if (axes.value(axis) >= least) {
                visible.add(axes.vector(axis));
            }
        }
        return visible.isEmpty() || visible.size() == channels
                ? all(channels)
                : new VisibleColours(channels, List.copyOf(visible));
    }

    /** Tell whether images vary in brightness alone, or in any other single direction. */
    boolean single() {
        return directions.size() == 1;
    }

    /** Take off what no image excites, in place: {@code [channels][positions]}. */
    void project(double[][] filter) {
        if (directions.size() == channels) {
            return;
        }
        for (int position = 0; position < filter[0].length; position++) {
            double[] seen = new double[channels];
            for (double[] direction : directions) {
                double along = 0;
                for (int channel = 0; channel < channels; channel++) {
                    along += direction[channel] * filter[channel][position];
                }
                for (int channel = 0; channel < channels; channel++) {
                    seen[channel] += along * direction[channel];
                }
            }
            for (int channel = 0; channel < channels; channel++) {
                filter[channel][position] = seen[channel];
            }
        }
    }
}
