package dev.ramify.plugins.metrics.numeric;

import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;

/**
 * Squares of products of centred units over samples, added up over pairs of branches: {@code sum_(i
 * in a, j in b) (sum_n x[n][i] y[n][j])^2}. The products themselves are never held as a whole in
 * the heap.
 */
public final class BranchProducts {

    private final Pair pair;
    private final List<Run> runs;
    private final boolean mirrored;

    /** A layer with its branches. */
    public record Side(CentredSamples samples, Assignment branches) {}

    /** Two layers, of as many samples each; a layer may be paired with itself. */
    public record Pair(Side left, Side right) {

        public Pair {
            if (left.samples == right.samples && !left.branches.equals(right.branches)) {
                throw new IllegalArgumentException("one layer, but two divisions into branches");
            }
        }

        private PanelProducts.Sides sides() {
            return new PanelProducts.Sides(left.samples, right.samples);
        }
    }

    private BranchProducts(Pair pair) {
        this.pair = pair;
        this.runs = Run.of(pair.right.branches);
        this.mirrored = pair.sides().isSquare();
    }

    /**
     * Add up.
     *
     * @return for each pair {@code [branches of the left][branches of the right]}
     */
    public static List<double[][]> squares(List<Pair> pairs) {
        List<double[][]> all = new ArrayList<>();
        try (PanelProducts products =
                PanelProducts.of(pairs.stream().map(Pair::sides).toList(), false)) {
            for (int p = 0; p < pairs.size(); p++) {
                all.add(new BranchProducts(pairs.get(p)).sum(products.parts(p)));
            }
        }
        return all;
    }

    /** Parts side by side, and then their sums in order. */
    private double[][] sum(List<PanelProduct> parts) {
        double[][][] added = new double[parts.size()][][];
        Cores.run(added.length, i -> added[i] = sum(parts.get(i)));
        double[][] sums = nothing();
        for (double[][] each : added) {
            for (int a = 0; a < sums.length; a++) {
                Vectors.add(1, each[a], sums[a]);
            }
        }
        return sums;
    }

    private double[][] nothing() {
        return new double[pair.left.branches.branches().size()]
                [pair.right.branches.branches().size()];
    }

    private double[][] sum(PanelProduct part) {
        double[][] sums = nothing();
        part.forEachRow((row, i) -> add(part, i, row, sums));
        return sums;
    }

    private void add(PanelProduct part, int i, double[] row, double[][] sums) {
        int a = pair.left.branches.branchOf(part.row() + i);
        if (part.isSquare()) {
            sums[a][a] += row[i] * row[i];
        }
        int from = part.isSquare() ? i + 1 : 0;
        for (Run run : runs) {
            int first = Math.max(run.first() - part.column(), from);
            int end = Math.min(run.first() + run.count() - part.column(), row.length);
            if (first < end) {
                double squares = Vectors.squares(row, first, end - first);
                sums[a][run.branch()] += squares;
                // What is below the diagonal is not computed.
                sums[run.branch()][a] += mirrored ? squares : 0;
            }
        }
    }
}
