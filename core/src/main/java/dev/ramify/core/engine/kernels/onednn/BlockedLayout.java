package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.RowMajor;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layout that oneDNN chose. */
final class BlockedLayout implements Layout {

    private final Dnn dnn;
    private final memory.desc desc;
    private final long[] sizes;
    private final boolean plain;

    BlockedLayout(Dnn dnn, memory.desc desc) {
        this.dnn = dnn;
        this.desc = desc;
        this.sizes = Dnn.sizes(desc);
        this.plain = Dnn.same(desc, Dnn.plain(sizes));
    }

    memory.desc desc() {
        return desc;
    }

    long[] sizes() {
        return sizes.clone();
    }

    /** Tell whether values lie in logical order. */
    boolean isPlain() {
        return plain;
    }

    boolean isLike(BlockedLayout other) {
        return Dnn.same(desc, other.desc);
    }

    @Override
    public long length() {
        return Dnn.floats(desc);
    }

    @Override
    public int values() {
        return Math.toIntExact(LongStream.of(sizes).reduce(1, Math::multiplyExact));
    }

    @Override
    public Port open(INDArray stored) {
        return plain ? new RowMajor(Dimensions.of(values())).open(stored) : new Reordered(stored);
    }

    /** Reorders through an array in logical order. */
    private final class Reordered implements Port {

        private final Port staged;
        private final Call in;
        private final Call out;

        Reordered(INDArray stored) {
            INDArray staging = Flat.zeros(values());
            memory.desc logical = Dnn.plain(sizes);
            staged = new RowMajor(Dimensions.of(values())).open(staging);
            in = copy(logical, staging, desc, stored);
            out = copy(desc, stored, logical, staging);
        }

        private Call copy(memory.desc from, INDArray source, memory.desc to, INDArray target) {
            Room room = new Room();
            Copy copy = Copy.of(dnn, "edge", from, to, room);
            return copy.bind(Place.of(Flat.zeros(room.size())), Place.of(source), Place.of(target));
        }

        @Override
        public void write(float[] logical, int offset) {
            staged.write(logical, offset);
            in.run();
        }

        @Override
        public void read(float[] logical, int offset) {
            out.run();
            staged.read(logical, offset);
        }
    }

    @Override
    public String describe() {
        if (plain) {
            return "plain";
        }
        long[] blocks = new long[desc.get_inner_nblks()];
        if (blocks.length == 0) {
            return "strided";
        }
        desc.get_inner_blks().get(blocks);
        return "blocks of "
                + LongStream.of(blocks).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }
}
