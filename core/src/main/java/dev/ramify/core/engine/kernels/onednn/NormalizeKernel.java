package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalization in training, each way in two halves with the other lanes' statistics between.
 */
final class NormalizeKernel implements Kernel {

    private final ChannelStatistics statistics;
    private final int pieces;
    private final Call measure;
    private final Call normalize;
    private final Call[] sums;
    private final @Nullable Call change;

    /**
     * @param pieces number of pieces that a lane's values are cut into
     * @param measure takes mean and variance of a piece
     * @param normalize normalizes all values
     * @param sums sum the gradients of a piece, one call after another
     * @param change makes the gradients of all values; null where nobody needs them
     */
    NormalizeKernel(
            ChannelStatistics statistics,
            int pieces,
            Call measure,
            Call normalize,
            Call[] sums,
            @Nullable Call change) {
        this.statistics = statistics;
        this.pieces = pieces;
        this.measure = measure;
        this.normalize = normalize;
        this.sums = sums;
        this.change = change;
    }

    @Override
    public void forward() {
        for (int piece = 0; piece < pieces; piece++) {
            measure.run(piece);
        }
        statistics.show();
    }

    @Override
    public void forwardTogether() {
        statistics.join();
        normalize.run();
    }

    @Override
    public void backward() {
        for (int piece = 0; piece < pieces; piece++) {
            for (Call sum : sums) {
                sum.run(piece);
            }
        }
        statistics.showGradients();
    }

    @Override
    public void backwardTogether() {
        if (change != null) {
            statistics.joinGradients();
            change.run();
        }
    }
}
