package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What branches of some layers have in common, from products of their centred units: the products
 * themselves are never held in the heap, and activations are read once for all pairs of layers.
 */
public final class BranchProducts {

    private final Map<CentredSamples, Side> sides = new HashMap<>();
    private final Map<CentredSamples, SampleLengths> lengths = new HashMap<>();
    private final List<double[][]> squares = new ArrayList<>();

    /** A layer with its branches. */
    public record Side(CentredSamples samples, Assignment branches) {}

    /** Two layers, of as many samples each; a layer may be paired with itself. */
    public record Pair(Side left, Side right) {

        PanelProducts.Sides sides() {
            return new PanelProducts.Sides(left.samples, right.samples);
        }
    }

    private BranchProducts() {}

    /**
     * Multiply the layers of all pairs, at least one.
     *
     * @throws IllegalArgumentException if a layer is given with two divisions into branches
     */
    public static BranchProducts of(List<Pair> pairs) {
        BranchProducts found = new BranchProducts();
        for (Pair pair : pairs) {
            found.add(pair.left);
            found.add(pair.right);
        }
        List<PanelProducts.Sides> sides = pairs.stream().map(Pair::sides).toList();
        try (PanelProducts products = PanelProducts.of(sides, false, found.lengths)) {
            for (int p = 0; p < pairs.size(); p++) {
                found.squares.add(new BranchSquares(pairs.get(p)).of(products.parts(p)));
            }
        }
        return found;
    }

    private void add(Side side) {
        Side known = sides.putIfAbsent(side.samples, side);
        if (known == null) {
            lengths.put(side.samples, new SampleLengths(side.branches, side.samples.samples()));
        } else if (!known.equals(side)) {
            throw new IllegalArgumentException("one layer, but two divisions into branches");
        }
    }

    /**
     * Return for the branches of one pair of layers {@code sum_(i in a, j in b) (sum_n x[n][i]
     * y[n][j])^2}.
     *
     * @return {@code [branches of the left][branches of the right]}
     */
    public double[][] squares(int pair) {
        return squares.get(pair);
    }

    /**
     * Return the squared lengths {@code sum_i x[n][i]^2} of the samples of a layer of any pair.
     *
     * @return {@code [branches][samples]}; 0 for samples that are left out
     */
    public double[][] lengths(Side side) {
        SampleLengths found = lengths.get(side.samples);
        if (found == null || !side.equals(sides.get(side.samples))) {
            throw new IllegalArgumentException("a layer of no pair");
        }
        return found.lengths();
    }
}
