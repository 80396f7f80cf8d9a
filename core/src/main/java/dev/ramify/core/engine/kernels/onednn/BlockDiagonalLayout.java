package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Layout;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights of groups that are computed together: blocks on a diagonal, with zeros between them, and
 * after them where input channels fill up a block.
 *
 * @param grouping which groups are computed together
 * @param computed the layout with the zeros
 */
record BlockDiagonalLayout(Grouping grouping, BlockedLayout computed) implements Layout {

    @Override
    public long length() {
        return computed.length();
    }

    @Override
    public int values() {
        return grouping.groups() * grouping.outputs() * grouping.ownInputs() * grouping.area();
    }

    @Override
    public Port open(INDArray stored) {
        return new Diagonal(computed.open(stored));
    }

    /** Return ones where there are weights and zeros between them. */
    float[] mask() {
        float[] ones = new float[values()];
        Arrays.fill(ones, 1);
        float[] mask = new float[computed.values()];
        spread(ones, 0, mask);
        return mask;
    }

    private void spread(float[] compact, int offset, float[] whole) {
        for (int i = 0; i < values(); i++) {
            whole[place(i)] = compact[offset + i];
        }
    }

    /** Return the place of a weight among those with zeros. */
    private int place(int index) {
        int area = grouping.area();
        int inputs = grouping.ownInputs();
        int outputs = grouping.ownOutputs();
        int position = index % area;
        int input = index / area % inputs;
        int output = index / area / inputs;
        int within = output / outputs % grouping.merged();
        return (output * grouping.inputs() + within * inputs + input) * area + position;
    }

    private final class Diagonal implements Port {

        private final Port whole;
        private final float[] values = new float[computed.values()];

        Diagonal(Port whole) {
            this.whole = whole;
        }

        @Override
        public void write(float[] logical, int offset) {
            Arrays.fill(values, 0);
            spread(logical, offset, values);
            whole.write(values, 0);
        }

        @Override
        public void read(float[] logical, int offset) {
            whole.read(values, 0);
            for (int i = 0; i < values(); i++) {
                logical[offset + i] = values[place(i)];
            }
        }
    }

    @Override
    public String describe() {
        return computed.describe() + " on a diagonal";
    }
}
