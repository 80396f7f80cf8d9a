package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.linear.Vectors;
import java.util.List;

/**
 * The squared lengths of samples, as their units in a branch see them, added up while samples are
 * read. Samples may be added side by side, each of them by one thread.
 */
final class SampleLengths {

    private final List<Run> runs;
    private final double[][] lengths;

    SampleLengths(Assignment branches, int samples) {
        this(Run.of(branches), new double[branches.branches().size()][samples]);
    }

    private SampleLengths(List<Run> runs, double[][] lengths) {
        this.runs = runs;
        this.lengths = lengths;
    }

    /** For a layer whose samples' lengths are not asked for. */
    static SampleLengths none() {
        return new SampleLengths(List.of(), new double[0][]);
    }

    /**
     * Add some units of a sample.
     *
     * @param unit the first of them
     * @param centred their values less their means
     */
    void add(int sample, int unit, double[] centred) {
        for (Run run : runs) {
            Run own = run.within(unit, 0, centred.length);
            lengths[run.branch()][sample] += Vectors.squares(centred, own.first(), own.count());
        }
    }

    /** The same of values in single precision. */
    void add(int sample, int unit, float[] centred) {
        for (Run run : runs) {
            Run own = run.within(unit, 0, centred.length);
            lengths[run.branch()][sample] += Vectors.squares(centred, own.first(), own.count());
        }
    }

    /** Return {@code sum_i x[n][i]^2} of each branch {@code [branches][samples]}. */
    double[][] lengths() {
        return lengths;
    }
}
