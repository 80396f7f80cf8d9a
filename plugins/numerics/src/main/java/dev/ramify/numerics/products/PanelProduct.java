package dev.ramify.numerics.products;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The product of two panels {@code [units, samples]} over all samples that have been added: a part
 * of a matrix of all pairs of units. Where a panel meets itself, nothing below the diagonal counts.
 */
final class PanelProduct implements AutoCloseable {

    /** Blocks of samples that are added up in the panels' precision; their sums, in double. */
    private static final int MOST = 64;

    private final INDArray left;
    private final INDArray right;
    private final int row;
    private final int column;
    private final INDArray sums;
    private double @Nullable [] earlier;
    private int added;

    /**
     * @param left in Fortran's order; its units are the rows of the part
     * @param right its units are the columns; the left panel itself where a layer meets itself
     * @param row in the whole, of the left panel's first unit
     * @param column in the whole, of the right panel's first unit
     */
    PanelProduct(INDArray left, INDArray right, int row, int column) {
        this.left = left;
        this.right = right;
        this.row = row;
        this.column = column;
        this.sums =
                Nd4j.createUninitialized(
                        left.dataType(), new long[] {left.size(0), right.size(0)}, 'c');
    }

    /** Add the product over the samples that are in the panels' first columns. */
    void add(int samples, PanelArithmetic arithmetic) {
        if (added == MOST) {
            double[] all = new double[height() * width()];
            forEachRow((row, i) -> System.arraycopy(row, 0, all, i * row.length, row.length));
            earlier = all;
            added = 0;
        }
        arithmetic.multiply(left, right, samples, sums, added > 0);
        added++;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    int height() {
        return (int) sums.size(0);
    }

    int width() {
        return (int) sums.size(1);
    }

    /** Tell whether a panel meets itself. */
    boolean isSquare() {
        return left == right;
    }

    /** Pass on this part row by row, each in the same array; of nothing added, zeros. */
    void forEachRow(ObjIntConsumer<double[]> use) {
        double[] row = new double[width()];
        ObjIntConsumer<double[]> reader = added == 0 ? (into, i) -> Arrays.fill(into, 0) : reader();
        for (int i = 0; i < height(); i++) {
            reader.accept(row, i);
            for (int j = 0; earlier != null && j < row.length; j++) {
                row[j] += earlier[i * row.length + j];
            }
            use.accept(row, i);
        }
    }

    /** Return what copies a row of what is in the panels' precision. */
    private ObjIntConsumer<double[]> reader() {
        if (sums.dataType() == DataType.DOUBLE) {
            DoubleBuffer values = sums.data().asNioDouble();
            return (into, i) -> values.get(i * into.length, into);
        }
        FloatBuffer values = sums.data().asNioFloat();
        float[] narrow = new float[width()];
        return (into, i) -> {
            values.get(i * into.length, narrow);
            for (int j = 0; j < into.length; j++) {
                into[j] = narrow[j];
            }
        };
    }

    @Override
    public void close() {
        sums.close();
    }
}
