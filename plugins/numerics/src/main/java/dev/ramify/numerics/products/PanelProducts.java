package dev.ramify.numerics.products;

import dev.ramify.numerics.Cores;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of all pairs of units of some pairs of layers, in parts outside the heap. Samples are
 * read in blocks that fit in memory however many there are, once for all pairs.
 *
 * <p>Narrow layers are multiplied in double precision. Layers of {@value #WIDE} units or more, and
 * what is multiplied together with them, are multiplied in single precision, as activations are
 * recorded, which takes half the time. Sums over a few dozen blocks of samples are taken in the
 * same precision, those over more in double.
 */
final class PanelProducts implements AutoCloseable {

    static final int WIDE = 768;

    /**
     * Units are multiplied in panels of as many, or half as many as there are if that is less: so
     * all cores have work, and of a layer's product with itself little more than half is computed.
     * The number depends on the layers alone, so that results do.
     */
    private static final int PANEL = 512;

    /**
     * Numbers of a layer that are read at a time: 16 MiB in single precision. More would not be
     * faster.
     */
    private static final int BLOCK = 1 << 22;

    private final boolean squared;
    private final Map<CentredSamples, SampleLengths> lengths;
    private final PanelArithmetic arithmetic;
    private final int panel;
    private final int samples;
    private final int block;
    private final Map<CentredSamples, Panels> sides = new IdentityHashMap<>();
    private final List<List<PanelProduct>> parts = new ArrayList<>();

    /**
     * Two sides of a product.
     *
     * @param right as many samples as on the left; may be the left side itself
     */
    record Sides(CentredSamples left, CentredSamples right) {

        Sides {
            if (left.samples() != right.samples()) {
                throw new IllegalArgumentException(
                        "%d samples beside %d".formatted(left.samples(), right.samples()));
            }
        }

        boolean isSquare() {
            return left == right;
        }

        private int widest() {
            return Math.max(left.units(), right.units());
        }
    }

    private PanelProducts(
            List<Sides> pairs, boolean squared, Map<CentredSamples, SampleLengths> lengths) {
        this.squared = squared;
        this.lengths = lengths;
        int widest = pairs.stream().mapToInt(Sides::widest).max().orElse(1);
        this.arithmetic =
                widest < WIDE ? new BlasArithmetic(DataType.DOUBLE) : PanelArithmetic.single();
        this.panel = Math.min(PANEL, (widest + 1) / 2);
        this.samples = pairs.get(0).left.samples();
        this.block = Math.min(samples, Math.max(64, BLOCK / widest));
    }

    /**
     * Multiply centred values or, if {@code squared}, their squares.
     *
     * @param lengths receive what is read, for layers that have an entry
     */
    static PanelProducts of(
            List<Sides> pairs, boolean squared, Map<CentredSamples, SampleLengths> lengths) {
        PanelProducts products = new PanelProducts(pairs, squared, lengths);
        try {
            products.multiply(pairs);
            return products;
        } catch (RuntimeException | Error e) {
            products.close();
            throw e;
        } finally {
            products.sides.values().forEach(Panels::close);
        }
    }

    /**
     * Return the parts of the product of one pair; of two equal sides those on the diagonal and
     * above.
     */
    List<PanelProduct> parts(int pair) {
        return parts.get(pair);
    }

    @Override
    public void close() {
        parts.forEach(each -> each.forEach(PanelProduct::close));
    }

    private void multiply(List<Sides> pairs) {
        for (Sides pair : pairs) {
            sides.computeIfAbsent(pair.left, this::panels);
            sides.computeIfAbsent(pair.right, this::panels);
            List<PanelProduct> own = new ArrayList<>();
            parts.add(own);
            divide(pair, own);
        }
        for (int from = 0; from < samples; from += block) {
            add(pairs, from, Math.min(block, samples - from));
        }
    }

    private Panels panels(CentredSamples side) {
        SampleLengths own = lengths.getOrDefault(side, SampleLengths.none());
        return new Panels(side, panel, squared, arithmetic.precision(), block, own);
    }

    /** Make the parts of a pair's product, in a list that is known already when one fails. */
    private void divide(Sides pair, List<PanelProduct> into) {
        List<INDArray> left = Objects.requireNonNull(sides.get(pair.left)).arrays();
        List<INDArray> right = Objects.requireNonNull(sides.get(pair.right)).arrays();
        for (int k = 0; k < left.size(); k++) {
            for (int l = pair.isSquare() ? k : 0; l < right.size(); l++) {
                into.add(new PanelProduct(left.get(k), right.get(l), k * panel, l * panel));
            }
        }
    }

    private void add(List<Sides> pairs, int from, int count) {
        Map<CentredSamples, Integer> present = new IdentityHashMap<>();
        sides.forEach((side, panels) -> present.put(side, panels.read(from, count)));
        List<Runnable> work = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            // What one side leaves out the other does too.
            int kept = Objects.requireNonNull(present.get(pairs.get(p).left));
            if (kept > 0) {
                parts.get(p).forEach(part -> work.add(() -> part.add(kept, arithmetic)));
            }
        }
        Cores.run(work.size(), i -> work.get(i).run());
    }
}
