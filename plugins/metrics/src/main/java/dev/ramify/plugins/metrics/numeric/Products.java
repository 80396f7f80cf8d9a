package dev.ramify.plugins.metrics.numeric;

import java.util.Arrays;
import java.util.Comparator;
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
            CentredSamples.Rows rows = x.rows(from, count);
            if (rows.present().length == 0) {
                continue;
            }
            INDArray[] left = panels(x, rows);
            if (x == y) {
                add(left, left);
            } else {
                INDArray[] right = panels(y, y.rows(from, count));
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

    private INDArray[] panels(CentredSamples samples, CentredSamples.Rows rows) {
        return IntStream.range(0, (samples.units() + panel - 1) / panel)
                .parallel()
                .mapToObj(
                        k ->
                                samples.array(
                                        rows,
                                        k * panel,
                                        Math.min(panel, samples.units() - k * panel),
                                        squared,
                                        precise))
                .toArray(INDArray[]::new);
    }

    /**
     * Every pair of panels has a place of its own, so that they can be added side by side. The
     * costly ones come first: halves of squares fill the gaps that are left.
     */
    private void add(INDArray[] left, INDArray[] right) {
        int[] pairs =
                IntStream.range(0, left.length * right.length)
                        .filter(pair -> x != y || pair / right.length <= pair % right.length)
                        .boxed()
                        .sorted(
                                Comparator.comparing(
                                        pair ->
                                                x == y
                                                        && pair / right.length
                                                                == pair % right.length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        Arrays.stream(pairs)
                .parallel()
                .forEach(
                        pair -> {
                            int k = pair / right.length;
                            int l = pair % right.length;
                            new PanelProduct(left[k], right[l]).addTo(sums, k * panel, l * panel);
                        });
    }

    /** Off-heap memory is given back at once rather than by the garbage collector. */
    private static void close(INDArray[] panels) {
        for (INDArray panel : panels) {
            panel.close();
        }
    }
}
