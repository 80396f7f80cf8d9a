package dev.ramify.core.engine.objective;

import dev.ramify.core.engine.graph.Site;

/**
 * The units of one layer over a whole batch, and where gradients with respect to them are added.
 *
 * <p>Units of sibling branches may lie in one array, so that those of one layer are some channels
 * of it: unit {@code u} of sample {@code n} has its map at {@link #at} {@code (n, u)}, row by row.
 */
public final class Activation {

    private final Site site;
    private final int samples;
    private final float[] values;
    private final float[] gradients;
    private final int stride;
    private final int first;
    private final int area;

    /**
     * @param site where the units are
     * @param values {@code [samples, channels, height, width]} of the site's value
     * @param gradients of the same form
     */
    public Activation(Site site, int samples, float[] values, float[] gradients) {
        this.site = site;
        this.samples = samples;
        this.values = values;
        this.gradients = gradients;
        this.stride = site.value().shape().size();
        this.area = site.value().shape().area();
        this.first = site.from() * area;
    }

    /** Return the path of the layer. */
    public String path() {
        return site.layer();
    }

    /** Return the number of samples. */
    public int samples() {
        return samples;
    }

    /** Return the number of units. */
    public int units() {
        return site.units();
    }

    /** Return the number of values of one unit in one sample: height times width of its map. */
    public int area() {
        return area;
    }

    /** Return where the map of a unit begins. */
    public int at(int sample, int unit) {
        return sample * stride + first + unit * area;
    }

    /** Return a value; see {@link #at}. */
    public float value(int index) {
        return values[index];
    }

    /** Add to the gradient with respect to a value; see {@link #at}. */
    public void add(int index, double gradient) {
        gradients[index] += (float) gradient;
    }

    /** Return the mean over the map of a unit in a sample. */
    public double mean(int sample, int unit) {
        int from = at(sample, unit);
        double sum = 0;
        for (int i = from; i < from + area; i++) {
            sum += values[i];
        }
        return sum / area;
    }

    /** Add the gradient with respect to the mean over the map of a unit in a sample. */
    public void addToMean(int sample, int unit, double gradient) {
        int from = at(sample, unit);
        for (int i = from; i < from + area; i++) {
            gradients[i] += (float) (gradient / area);
        }
    }
}
