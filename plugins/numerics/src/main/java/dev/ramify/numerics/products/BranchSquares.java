package dev.ramify.numerics.products;

import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.Cores;
import dev.ramify.numerics.linear.Vectors;
import java.util.List;

/** Adds up squares of products of units over the branches that the units are in. */
final class BranchSquares {

    private final Assignment left;
    private final List<Run> runs;
    private final int branches;
    private final boolean mirrored;

    BranchSquares(BranchProducts.Pair pair) {
        this.left = pair.left().branches();
        this.runs = Run.of(pair.right().branches());
        this.branches = pair.right().branches().branches().size();
        this.mirrored = pair.sides().isSquare();
    }

    /** Add up parts side by side, and then their sums in order. */
    double[][] of(List<PanelProduct> parts) {
        double[][][] added = new double[parts.size()][][];
        Cores.run(added.length, i -> added[i] = of(parts.get(i)));
        double[][] sums = nothing();
        for (double[][] each : added) {
            for (int a = 0; a < sums.length; a++) {
                Vectors.add(1, each[a], sums[a]);
            }
        }
        return sums;
    }

    private double[][] of(PanelProduct part) {
        double[][] sums = nothing();
        part.forEachRow((row, i) -> add(part, i, row, sums));
        return sums;
    }

    private double[][] nothing() {
        return new double[left.branches().size()][branches];
    }

    private void add(PanelProduct part, int i, double[] row, double[][] sums) {
        int a = left.branchOf(part.row() + i);
        if (part.isSquare()) {
            sums[a][a] += row[i] * row[i];
        }
        int begin = part.isSquare() ? i + 1 : 0;
        for (Run run : runs) {
            Run own = run.within(part.column(), begin, row.length);
            double squares = Vectors.squares(row, own.first(), own.count());
            sums[a][run.branch()] += squares;
            if (mirrored) {
                // What is below the diagonal is not computed.
                sums[run.branch()][a] += squares;
            }
        }
    }
}
