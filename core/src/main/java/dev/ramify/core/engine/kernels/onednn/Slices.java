package dev.ramify.core.engine.kernels.onednn;

import org.bytedeco.dnnl.memory;

/**
 * How the values of a lane are cut into pieces of one size that stay in the nearest caches while
 * they are read several times: some samples, or some channels of one.
 *
 * @param desc layout of a piece
 * @param count number of pieces, which lie one after another
 * @param parts number of pieces that a sample is cut into
 * @param channels number of channels of a piece
 */
record Slices(memory.desc desc, int count, int parts, int channels) {

    /** Floats of the largest piece: 128 KiB, of which several fit into the second cache. */
    private static final long MOST = 1 << 15;

    static Slices of(memory.desc values) {
        return of(values, MOST);
    }

    static Slices of(memory.desc values, long most) {
        long[] sizes = Dnn.sizes(values);
        int channels = Math.toIntExact(sizes[1]);
        if (!Dnn.same(values, Formats.like(values, sizes))) {
            return new Slices(values, 1, 1, channels);
        }
        long sample = Dnn.floats(values) / sizes[0];
        int block = Formats.block(values);
        if (sample > most && block > 0 && channels % block == 0) {
            long blocks = channels / block;
            int part =
                    Math.toIntExact(block * divisor(blocks, most / (block * sizes[2] * sizes[3])));
            int parts = channels / part;
            return new Slices(
                    Formats.like(values, 1, part, sizes[2], sizes[3]),
                    Math.toIntExact(sizes[0] * parts),
                    parts,
                    part);
        }
        long samples = divisor(sizes[0], most / sample);
        return new Slices(
                Formats.like(values, samples, channels, sizes[2], sizes[3]),
                Math.toIntExact(sizes[0] / samples),
                1,
                channels);
    }

    /** Return the largest divisor that is at most a limit, but at least 1. */
    private static long divisor(long of, long limit) {
        long divisor = Math.max(1, Math.min(of, limit));
        while (of % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    /** Return the number of floats of a piece. */
    long floats() {
        return Dnn.floats(desc);
    }
}
