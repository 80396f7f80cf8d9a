package dev.ramify.plugins.metrics.numeric;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.ObjIntConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The product of two panels {@code [units, samples]} over all samples that have been added: a part
 * of a matrix of all pairs of units. Where a panel meets itself, nothing below the diagonal counts.
 */
final class PanelProduct implements AutoCloseable {

    private final INDArray left;
    private final INDArray right;
    private final int row;
    private final int column;
    private final INDArray sums;
    private boolean begun;

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
        this.sums = Nd4j.createUninitialized(left.dataType(), new long[] {height(), width()}, 'c');
    }

    /** Add the product over the samples that are in the panels' first columns. */
    void add(int samples, PanelArithmetic arithmetic) {
        arithmetic.multiply(left, right, samples, sums, begun);
        begun = true;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    int height() {
        return (int) left.size(0);
    }

    int width() {
        return (int) right.size(0);
    }

    /** Tell whether a panel meets itself. */
    boolean isSquare() {
        return left == right;
    }

    /** Pass on this part row by row, each in the same array; of nothing added, zeros. */
    void forEachRow(ObjIntConsumer<double[]> use) {
        double[] row = new double[width()];
        if (begun && sums.dataType() == DataType.DOUBLE) {
            DoubleBuffer values = sums.data().asNioDouble();
            for (int i = 0; i < height(); i++) {
                values.get(row);
                use.accept(row, i);
            }
            return;
        }
        FloatBuffer values =
                begun ? sums.data().asNioFloat() : FloatBuffer.allocate(height() * row.length);
        float[] narrow = new float[row.length];
        for (int i = 0; i < height(); i++) {
            values.get(narrow);
            for (int j = 0; j < row.length; j++) {
                row[j] = narrow[j];
            }
            use.accept(row, i);
        }
    }

    @Override
    public void close() {
        sums.close();
    }
}
