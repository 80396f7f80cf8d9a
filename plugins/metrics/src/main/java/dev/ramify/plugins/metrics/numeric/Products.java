package dev.ramify.plugins.metrics.numeric;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums of products of centred units over samples, by matrix products of blocks that fit in memory
 * however many samples there are.
 *
 * <p>Blocks of narrow layers are multiplied in double precision. Those of layers of {@value #WIDE}
 * units or more are multiplied in single precision, as activations are recorded, which takes half
 * the time; their sum is taken in double precision.
 */
public final class Products {

    static final int WIDE = 768;

    /**
     * Units are multiplied in panels side by side on all cores; of a product with itself only one
     * half is, where there would be a single panel in smaller ones. Their size depends on the
     * number of units alone, so that results do.
     */
    private static final int PANEL = 1024;

    private static final int HALF_PANEL = 512;

    /** Numbers that are read at a time: 32 MiB. */
    private static final int BLOCK = 1 << 23;

    private final CentredSamples x;
    private final CentredSamples y;
    private final boolean squared;
    private final boolean precise;
    private final int panel;
    private final double[][] sums;

    private Products(CentredSamples x, CentredSamples y, boolean squared) {
        this.x = x;
        this.y = y;
        this.squared = squared;
        this.precise = Math.max(x.units(), y.units()) < WIDE;
        this.panel = x == y && x.units() <= PANEL ? HALF_PANEL : PANEL;
        this.sums = new double[x.units()][y.units()];
    }

    /**
     * Compute {@code sum_n x[n][i] y[n][j]} for all pairs of units.
     *
     * @return {@code [units of x][units of y]}
     */
    public static double[][] of(CentredSamples x, CentredSamples y) {
        return new Products(x, y, false).sums();
    }

    /** Compute {@code sum_n x[n][i]^2 y[n][j]^2} for all pairs of units. */
    public static double[][] ofSquares(CentredSamples x, CentredSamples y) {
        return new Products(x, y, true).sums();
    }

    private double[][] sums() {
        int block = Math.max(64, BLOCK / Math.max(x.units(), y.units()));
        for (int from = 0; from < x.samples(); from += block) {
            int count = Math.min(block, x.samples() - from);
            INDArray[] left = panels(x, from, count);
            if (x == y) {
                add(left, left);
            } else {
                INDArray[] right = panels(y, from, count);
                add(left, right);
                close(right);
            }
            close(left);
        }
        if (x == y) {
            reflect();
        }
        return sums;
    }

    /** Not every matrix library rounds both halves alike. */
    private void reflect() {
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < i; j++) {
                sums[i][j] = sums[j][i];
            }
        }
    }

    private INDArray[] panels(CentredSamples samples, int from, int count) {
        return Panels.of(samples, from, count, panel, squared, precise);
    }

    /** Every pair of panels has a place of its own, so that they can be added side by side. */
    private void add(INDArray[] left, INDArray[] right) {
        IntStream.range(0, left.length * right.length)
                .filter(pair -> x != y || pair / right.length <= pair % right.length)
                .boxed()
                .flatMap(
                        pair ->
                                PanelProduct.parts(
                                        left[pair / right.length],
                                        right[pair % right.length],
                                        pair / right.length * panel,
                                        pair % right.length * panel))
                .toList()
                .parallelStream()
                .forEach(part -> part.addTo(sums));
    }

    /** Off-heap memory is given back at once rather than by the garbage collector. */
    private static void close(INDArray[] panels) {
        for (INDArray panel : panels) {
            panel.close();
        }
    }
}
