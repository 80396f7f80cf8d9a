package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Flat;

/** Deals out parts of an array that does not exist yet. */
final class Room {

    private long size;

    /** Take some floats and return where they begin. */
    long take(long floats) {
        long offset = size;
        size += (floats + Flat.LINE - 1) / Flat.LINE * Flat.LINE;
        return offset;
    }

    long size() {
        return size;
    }
}
