package dev.ramify.core.engine.kernels.onednn;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;

/** The orders in which maps and vectors lie in memory. */
final class Formats {

    private static final List<format_tag> MAPS =
            List.of(format_tag.nchw, format_tag.nhwc, format_tag.nChw16c, format_tag.nChw8c);

    private Formats() {}

    /** Describe other sizes in the same order; row-major where the order has no name. */
    static memory.desc like(memory.desc desc, long... sizes) {
        long[] old = Dnn.sizes(desc);
        if (old.length == 4 && sizes.length == 4) {
            for (format_tag tag : MAPS) {
                if (desc.equals(new memory.desc(old, Dnn.FLOAT, tag))) {
                    return new memory.desc(sizes, Dnn.FLOAT, tag);
                }
            }
        }
        return Dnn.plain(sizes);
    }

    /** Describe maps in blocks of 8 or 16 channels. */
    static memory.desc blocked(int block, long... sizes) {
        return new memory.desc(
                sizes, Dnn.FLOAT, block == 16 ? format_tag.nChw16c : format_tag.nChw8c);
    }

    /** Return how many channels lie together, 8 or 16; 0 if values are not maps in such blocks. */
    static int block(memory.desc desc) {
        long[] sizes = Dnn.sizes(desc);
        if (sizes.length == 4) {
            for (int block : new int[] {8, 16}) {
                if (Dnn.same(desc, blocked(block, sizes))) {
                    return block;
                }
            }
        }
        return 0;
    }

    /** View vectors as maps of one pixel; maps stay as they are. */
    static memory.desc maps(memory.desc desc) {
        long[] sizes = Dnn.sizes(desc);
        return sizes.length == 2
                ? new memory.desc(new long[] {sizes[0], sizes[1], 1, 1}, Dnn.FLOAT, format_tag.nhwc)
                : desc;
    }

    /** Tell whether maps of one pixel lie in memory as vectors do, without padding. */
    static boolean isVectors(memory.desc desc) {
        long[] sizes = Dnn.sizes(desc);
        return sizes.length == 2
                || (sizes[2] == 1 && sizes[3] == 1 && Dnn.floats(desc) == sizes[0] * sizes[1]);
    }

    /** Describe one value per channel, for products with values of the given sizes. */
    static memory.desc perChannel(long... sizes) {
        return sizes.length == 2 ? Dnn.plain(1, sizes[1]) : Dnn.plain(1, sizes[1], 1, 1);
    }
}
