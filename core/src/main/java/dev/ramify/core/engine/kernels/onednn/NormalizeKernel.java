package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Kernel;
import java.util.List;

/**
 * Batch normalization in training, each way in two halves with the other lanes' statistics between.
 */
final class NormalizeKernel implements Kernel {

    private final ChannelStatistics statistics;
    private final int pieces;
    private final Call measure;
    private final Call[] normalize;
    private final Call[] sums;
    private final Call[] change;

    /**
     * @param pieces number of pieces that a lane's values are cut into
     * @param measure takes mean and variance of a piece
     * @param normalize normalize all values
     * @param sums sum the gradients of a piece, one call after another
     * @param change make the gradients of all values from the sums; none where nobody needs them
     */
    NormalizeKernel(
            ChannelStatistics statistics,
            int pieces,
            Call measure,
            List<Call> normalize,
            List<Call> sums,
            List<Call> change) {
        this.statistics = statistics;
        this.pieces = pieces;
        this.measure = measure;
        this.normalize = normalize.toArray(Call[]::new);
        this.sums = sums.toArray(Call[]::new);
        this.change = change.toArray(Call[]::new);
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
        Call.run(normalize);
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
        if (change.length > 0) {
            statistics.joinGradients();
            Call.run(change);
        }
    }
}
