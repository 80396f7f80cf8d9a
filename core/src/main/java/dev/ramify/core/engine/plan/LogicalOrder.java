package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.graph.Parameter.Piece;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between flat arrays in the kernels' own order and one array per layer and role in logical
 * order.
 *
 * <p>The copy is exact in both directions, whichever kernels laid the parameters out.
 */
public final class LogicalOrder {

    private final ParameterSpace space;

    public LogicalOrder(ParameterSpace space) {
        this.space = space;
    }

    /**
     * A layer's array in logical order.
     *
     * @param shape its dimensions
     * @param values row-major
     */
    public record Named(Dimensions shape, float[] values) {}

    /** Read trained parameters and statistics, by name. */
    public Map<String, Named> read() {
        Map<String, Named> arrays = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            split(parameter, stored(parameter, space.values(parameter)), arrays);
        }
        return arrays;
    }

    /** Read a flat array that is laid out as the trained parameters are, by name. */
    public Map<String, Named> read(INDArray flat) {
        Map<String, Named> arrays = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            if (space.isTrained(parameter)) {
                split(parameter, stored(parameter, space.view(flat, parameter)), arrays);
            }
        }
        return arrays;
    }

    /**
     * Write trained parameters and statistics, by name.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public void write(Map<String, Named> arrays) {
        for (Parameter parameter : space.parameters()) {
            space.layout(parameter).write(join(parameter, arrays), space.values(parameter));
        }
    }

    /** Write a flat array that is laid out as the trained parameters are, by name. */
    public void write(Map<String, Named> arrays, INDArray flat) {
        for (Parameter parameter : space.parameters()) {
            if (space.isTrained(parameter)) {
                space.layout(parameter).write(join(parameter, arrays), space.view(flat, parameter));
            }
        }
    }

    private float[] stored(Parameter parameter, INDArray vector) {
        float[] logical = new float[Math.toIntExact(parameter.shape().count())];
        space.layout(parameter).read(vector, logical);
        return logical;
    }

    private static void split(Parameter parameter, float[] whole, Map<String, Named> arrays) {
        for (Piece piece : parameter.pieces()) {
            float[] part = new float[Math.toIntExact(piece.shape().count())];
            Blocks blocks = Blocks.of(parameter, piece);
            for (int i = 0; i < blocks.count(); i++) {
                System.arraycopy(
                        whole, blocks.inWhole(i), part, blocks.inPiece(i), blocks.length());
            }
            arrays.put(parameter.nameOf(piece), new Named(piece.shape(), part));
        }
    }

    private static float[] join(Parameter parameter, Map<String, Named> arrays) {
        float[] whole = new float[Math.toIntExact(parameter.shape().count())];
        for (Piece piece : parameter.pieces()) {
            String name = parameter.nameOf(piece);
            Named part = arrays.get(name);
            if (part == null || !part.shape().equals(piece.shape())) {
                throw new IllegalArgumentException(
                        "parameter '%s' should be of shape %s, found %s"
                                .formatted(
                                        name,
                                        piece.shape().sizes(),
                                        part == null ? "nothing" : part.shape().sizes()));
            }
            Blocks blocks = Blocks.of(parameter, piece);
            for (int i = 0; i < blocks.count(); i++) {
                System.arraycopy(
                        part.values(),
                        blocks.inPiece(i),
                        whole,
                        blocks.inWhole(i),
                        blocks.length());
            }
        }
        return whole;
    }

    /** The runs of consecutive values that a piece has in the whole. */
    private record Blocks(int count, int length, int stride, int start) {

        static Blocks of(Parameter parameter, Piece piece) {
            long outer = 1;
            for (int d = 0; d < piece.dimension(); d++) {
                outer *= piece.shape().size(d);
            }
            long inner = piece.shape().count() / outer;
            long perRow = inner / piece.shape().size(piece.dimension());
            return new Blocks(
                    Math.toIntExact(outer),
                    Math.toIntExact(inner),
                    Math.toIntExact(parameter.shape().count() / outer),
                    Math.toIntExact(piece.offset() * perRow));
        }

        int inWhole(int block) {
            return block * stride + start;
        }

        int inPiece(int block) {
            return block * length;
        }
    }
}
