package dev.ramify.plugins.metrics.numeric;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums of products of centred units over samples, by matrix products of blocks that fit in memory
 * however many samples there are.
 *
 * <p>Blocks of narrow layers are multiplied in double precision. Those of layers of {@value #WIDE}
 * units or more, and of what is multiplied together with them, are multiplied in single precision,
 * as activations are recorded, which takes half the time; their sum is taken in double precision.
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

    /**
     * Numbers that are read at a time: 16 MiB in single precision. More would take longer, for the
     * system hands memory out page by page.
     */
    private static final int BLOCK = 1 << 22;

    private static final int SIDE = 64;

    private final List<Pair> pairs;
    private final boolean squared;
    private final DataType type;
    private final int panel;
    private final int samples;
    private final int block;
    private final List<double[][]> sums;

    /**
     * Two sides of a product.
     *
     * @param right as many samples as on the left; may be the left side itself
     */
    public record Pair(CentredSamples left, CentredSamples right) {

        private boolean isSquare() {
            return left == right;
        }
    }

    private Products(List<Pair> pairs, boolean squared) {
        this.pairs = pairs;
        this.squared = squared;
        int widest = pairs.stream().mapToInt(Products::widest).max().orElse(1);
        this.type = widest < WIDE ? DataType.DOUBLE : DataType.FLOAT;
        boolean alone = pairs.size() == 1 && pairs.get(0).isSquare();
        this.panel = alone && widest <= PANEL ? HALF_PANEL : PANEL;
        this.samples = pairs.get(0).left.samples();
        this.block = Math.min(samples, Math.max(64, BLOCK / widest));
        this.sums =
                pairs.stream()
                        .map(pair -> new double[pair.left.units()][pair.right.units()])
                        .toList();
    }

    private static int widest(Pair pair) {
        return Math.max(pair.left.units(), pair.right.units());
    }

    /**
     * Compute {@code sum_n x[n][i] y[n][j]} for all pairs of units.
     *
     * @return {@code [units of x][units of y]}
     */
    public static double[][] of(CentredSamples x, CentredSamples y) {
        return of(List.of(new Pair(x, y))).get(0);
    }

    /** Compute several such products, reading each side once for all of them. */
    public static List<double[][]> of(List<Pair> pairs) {
        return new Products(pairs, false).sums();
    }

    /** Compute {@code sum_n x[n][i]^2 y[n][j]^2} for all pairs of units. */
    public static double[][] ofSquares(CentredSamples x, CentredSamples y) {
        return new Products(List.of(new Pair(x, y)), true).sums().get(0);
    }

    private List<double[][]> sums() {
        Map<CentredSamples, Panels> sides = new IdentityHashMap<>();
        try {
            for (Pair pair : pairs) {
                sides.computeIfAbsent(pair.left, this::panels);
                sides.computeIfAbsent(pair.right, this::panels);
            }
            for (int from = 0; from < samples; from += block) {
                add(sides, from, Math.min(block, samples - from));
            }
        } finally {
            sides.values().forEach(Panels::close);
        }
        for (int p = 0; p < pairs.size(); p++) {
            if (pairs.get(p).isSquare()) {
                reflect(sums.get(p));
            }
        }
        return sums;
    }

    /**
     * Not every matrix library rounds both halves alike. Squares of units are copied one after
     * another, for columns of the whole would not stay in the cache.
     */
    private static void reflect(double[][] square) {
        for (int row = 0; row < square.length; row += SIDE) {
            for (int column = 0; column <= row; column += SIDE) {
                for (int i = row; i < Math.min(row + SIDE, square.length); i++) {
                    for (int j = column; j < Math.min(column + SIDE, i); j++) {
                        square[i][j] = square[j][i];
                    }
                }
            }
        }
    }

    private Panels panels(CentredSamples side) {
        return new Panels(side, panel, squared, type, block);
    }

    /** Every pair of panels has a place of its own, so that they can be added side by side. */
    private void add(Map<CentredSamples, Panels> sides, int from, int count) {
        Map<CentredSamples, Integer> present = new IdentityHashMap<>();
        sides.forEach((side, panels) -> present.put(side, panels.read(from, count)));
        List<Runnable> parts = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            Pair pair = pairs.get(p);
            double[][] into = sums.get(p);
            // What one side leaves out the other does too.
            int kept = Objects.requireNonNull(present.get(pair.left));
            if (kept > 0) {
                parts(pair, sides, kept).forEach(part -> parts.add(() -> part.addTo(into)));
            }
        }
        parts.parallelStream().forEach(Runnable::run);
    }

    private List<PanelProduct> parts(Pair pair, Map<CentredSamples, Panels> sides, int kept) {
        INDArray[] left = Objects.requireNonNull(sides.get(pair.left)).arrays();
        INDArray[] right = Objects.requireNonNull(sides.get(pair.right)).arrays();
        List<PanelProduct> parts = new ArrayList<>();
        for (int k = 0; k < left.length; k++) {
            for (int l = pair.isSquare() ? k : 0; l < right.length; l++) {
                parts.addAll(PanelProduct.parts(left[k], right[l], kept, k * panel, l * panel));
            }
        }
        return parts;
    }
}
