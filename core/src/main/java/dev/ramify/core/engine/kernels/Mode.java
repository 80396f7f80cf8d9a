package dev.ramify.core.engine.kernels;

/** What a plan is for. */
public enum Mode {
    /** Forward and backward, with dropout and the batch's own statistics. */
    TRAINING,
    /** Forward alone, without dropout and with running statistics. */
    INFERENCE
}
