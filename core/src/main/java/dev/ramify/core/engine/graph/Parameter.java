package dev.ramify.core.engine.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained array of one operation, or a statistic that an operation keeps between steps.
 *
 * <p>Where several layers of an architecture were lowered to one operation, the parameter is made
 * of the layers' own arrays, joined along one dimension.
 *
 * @param id number within its graph
 * @param role what it does
 * @param shape in logical order
 * @param pieces the arrays of single layers that it is joined from, at least one
 */
public record Parameter(int id, Role role, Dimensions shape, List<Piece> pieces) {

    public Parameter {
        pieces = List.copyOf(pieces);
    }

    /** What a parameter does. */
    public enum Role {
        /**
         * Weights of a convolution {@code [out, in / groups, k, k]} or of a dense layer {@code
         * [out, in]}.
         */
        WEIGHT(true, true),
        /** Biases {@code [out]}. */
        BIAS(true, false),
        /** Scales of a normalization {@code [channels]}. */
        SCALE(true, false),
        /** Shifts of a normalization {@code [channels]}. */
        SHIFT(true, false),
        /** Running means of a normalization {@code [channels]}. */
        RUNNING_MEAN(false, false),
        /** Running variances of a normalization {@code [channels]}. */
        RUNNING_VARIANCE(false, false);

        private final boolean trained;
        private final boolean decays;

        Role(boolean trained, boolean decays) {
            this.trained = trained;
            this.decays = decays;
        }

        /** Tell whether gradients change it. */
        public boolean trained() {
            return trained;
        }

        /** Tell whether weight decay applies to it. */
        public boolean decays() {
            return decays;
        }
    }

    /**
     * The array of one layer.
     *
     * @param layer path of the layer in the architecture
     * @param shape of the layer's own array
     * @param dimension along which pieces are joined
     * @param offset where this one begins along that dimension
     */
    public record Piece(String layer, Dimensions shape, int dimension, long offset) {}

    /** Return the name of a piece in checkpoints: the layer's path and the role in lower case. */
    public String nameOf(Piece piece) {
        return piece.layer()
                + ":"
                + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The shape of an array, as a value. */
    public record Dimensions(List<Long> sizes) {

        public Dimensions {
            sizes = List.copyOf(sizes);
        }

        /** Create from sizes. */
        public static Dimensions of(long... sizes) {
            return new Dimensions(Arrays.stream(sizes).boxed().toList());
        }

        /** Return the sizes as ND4J takes them. */
        public long[] toArray() {
            return sizes.stream().mapToLong(Long::longValue).toArray();
        }

        /** Return the size along one dimension. */
        public long size(int dimension) {
            return sizes.get(dimension);
        }

        /** Return the number of values. */
        public long count() {
            return sizes.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        }

        /** Return the same shape with another size along one dimension. */
        public Dimensions with(int dimension, long size) {
            long[] changed = toArray();
            changed[dimension] = size;
            return of(changed);
        }
    }

    /** Find a parameter by role, or null. */
    static @Nullable Parameter find(List<Parameter> parameters, Role role) {
        return parameters.stream().filter(each -> each.role() == role).findFirst().orElse(null);
    }
}
