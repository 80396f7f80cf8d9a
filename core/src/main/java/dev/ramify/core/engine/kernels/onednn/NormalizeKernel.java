package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalization in training, each way in two halves with the other lanes' statistics between.
 */
final class NormalizeKernel implements Kernel {

    private final ChannelStatistics statistics;
    private final Call measure;
    private final Call normalize;
    private final Kernel back;
    private final @Nullable Call correct;

    NormalizeKernel(
            ChannelStatistics statistics,
            Call measure,
            Call normalize,
            Kernel back,
            @Nullable Call correct) {
        this.statistics = statistics;
        this.measure = measure;
        this.normalize = normalize;
        this.back = back;
        this.correct = correct;
    }

    @Override
    public void forward() {
        measure.run();
        statistics.show();
    }

    @Override
    public void forwardTogether() {
        statistics.join();
        normalize.run();
    }

    @Override
    public void backward() {
        back.backward();
        statistics.showGradients();
    }

    @Override
    public void backwardTogether() {
        if (correct != null) {
            statistics.joinGradients();
            correct.run();
        }
    }
}
