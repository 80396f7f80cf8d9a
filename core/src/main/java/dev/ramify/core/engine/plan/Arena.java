package dev.ramify.core.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays blocks of floats out in one array so that blocks that live at the same time never overlap.
 *
 * <p>Greedy by size: the largest block first, each at the lowest place that is free throughout its
 * life (Pisarchyk and Lee 2020, arXiv 2001.03288).
 */
final class Arena {

    /** Places are multiples of this many floats, a cache line. */
    static final int ALIGNMENT = 16;

    private final List<Block> blocks = new ArrayList<>();
    private long size;

    /**
     * A block.
     *
     * @param length in floats
     * @param born first moment at which it holds something
     * @param dies last moment at which it is read
     */
    record Request(long length, int born, int dies) {

        boolean meets(Request other) {
            return born <= other.dies && other.born <= dies;
        }
    }

    private record Block(Request request, long offset) {

        long end() {
            return offset + request.length();
        }
    }

    /** Return the place of each block, in floats. */
    long[] place(List<Request> requests) {
        long[] offsets = new long[requests.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparingLong((Integer i) -> -requests.get(i).length())
                        .thenComparingInt(i -> i));
        for (int i : order) {
            offsets[i] = placeOne(requests.get(i));
        }
        return offsets;
    }

    private long placeOne(Request request) {
        List<Block> alive =
                blocks.stream()
                        .filter(block -> block.request().meets(request))
                        .sorted(Comparator.comparingLong(Block::offset))
                        .toList();
        long offset = 0;
        for (Block block : alive) {
            if (block.offset() - offset >= request.length()) {
                break;
            }
            offset = Math.max(offset, align(block.end()));
        }
        blocks.add(new Block(request, offset));
        size = Math.max(size, offset + request.length());
        return offset;
    }

    /** Return the number of floats that all blocks take together. */
    long size() {
        return size;
    }

    static long align(long length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
