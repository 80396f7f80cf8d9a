package dev.ramify.plugins.metrics.numeric;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
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

    /** Numbers that are read at a time: 32 MiB in single precision. */
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
        try (Panels left = panels(x, block);
                Panels right = x == y ? left : panels(y, block)) {
            for (int from = 0; from < x.samples(); from += block) {
                int count = Math.min(block, x.samples() - from);
                int present = left.read(from, count);
                if (right != left) {
                    right.read(from, count);
                }
                if (present > 0) {
                    add(left.arrays(), right.arrays(), present);
                }
            }
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

    private Panels panels(CentredSamples samples, int block) {
        return new Panels(
                samples,
                panel,
                squared,
                precise ? DataType.DOUBLE : DataType.FLOAT,
                Math.min(block, samples.samples()));
    }

    /** Every pair of panels has a place of its own, so that they can be added side by side. */
    private void add(INDArray[] left, INDArray[] right, int samples) {
        List<PanelProduct> parts = new ArrayList<>();
        for (int k = 0; k < left.length; k++) {
            for (int l = x == y ? k : 0; l < right.length; l++) {
                parts.addAll(PanelProduct.parts(left[k], right[l], samples, k * panel, l * panel));
            }
        }
        parts.parallelStream().forEach(part -> part.addTo(sums));
    }
}
