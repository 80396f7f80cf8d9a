package dev.ramify.plugins.metrics.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
     * Units are multiplied in panels of as many, or half as many as there are if that is less: so
     * all cores have work, and of a layer's product with itself little more than half is computed.
     * The number depends on the layers alone, so that results do.
     */
    private static final int PANEL = 512;

    /**
     * Numbers that are read at a time: 32 MiB in single precision. More would take longer, for the
     * system hands memory out page by page.
     */
    private static final int BLOCK = 1 << 23;

    private static final int SIDE = 64;

    private final List<Pair> pairs;
    private final boolean squared;
    private final PanelArithmetic arithmetic;
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
        this.arithmetic =
                widest < WIDE ? new BlasArithmetic(DataType.DOUBLE) : PanelArithmetic.single();
        this.panel = Math.min(PANEL, (widest + 1) / 2);
        this.samples = pairs.get(0).left.samples();
        this.block = Math.min(samples, Math.max(64, BLOCK / widest));
        this.sums = pairs.stream().map(Products::nothing).toList();
    }

    /** Asked for by all cores: the memory of large sums takes as long to clear as to add to. */
    private static double[][] nothing(Pair pair) {
        double[][] sums = new double[pair.left.units()][];
        Arrays.parallelSetAll(sums, row -> new double[pair.right.units()]);
        return sums;
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

    /** Not every matrix library rounds both halves alike. */
    private static void reflect(double[][] square) {
        IntStream.range(0, (square.length + SIDE - 1) / SIDE)
                .parallel()
                .map(each -> each * SIDE)
                .forEach(
                        row -> {
                            for (int column = 0; column <= row; column += SIDE) {
                                reflect(square, row, column);
                            }
                        });
    }

    /** Copy into a small square of sums: columns of the whole would not stay in the cache. */
    private static void reflect(double[][] square, int row, int column) {
        for (int i = row; i < Math.min(row + SIDE, square.length); i++) {
            for (int j = column; j < Math.min(column + SIDE, i); j++) {
                square[i][j] = square[j][i];
            }
        }
    }

    private Panels panels(CentredSamples side) {
        return new Panels(side, panel, squared, arithmetic.precision(), block);
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
                parts(pair, sides, kept)
                        .forEach(part -> parts.add(() -> arithmetic.multiply(part, into)));
            }
        }
        run(parts);
    }

    /** Cores take one part after another: those of a divided stream would not end together. */
    private static void run(List<Runnable> parts) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(
                        core -> {
                            for (int i; (i = next.getAndIncrement()) < parts.size(); ) {
                                parts.get(i).run();
                            }
                        });
    }

    private List<PanelPair> parts(Pair pair, Map<CentredSamples, Panels> sides, int kept) {
        INDArray[] left = Objects.requireNonNull(sides.get(pair.left)).arrays();
        INDArray[] right = Objects.requireNonNull(sides.get(pair.right)).arrays();
        List<PanelPair> parts = new ArrayList<>();
        for (int k = 0; k < left.length; k++) {
            for (int l = pair.isSquare() ? k : 0; l < right.length; l++) {
                parts.add(new PanelPair(left[k], right[l], kept, k * panel, l * panel));
            }
        }
        return parts;
    }
}
