package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.FloatMemory;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Views;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Joins what lanes know of each channel: means and variances on the way forward, sums of gradients
 * on the way back.
 *
 * <p>All lanes join in the same order, so that all come to the same numbers.
 */
final class ChannelStatistics {

    /**
     * Values per channel that a lane shows: mean, variance, and the gradients of scale and shift.
     */
    static final int SHOWN = 4;

    private final Normalize operation;
    private final int channels;
    private final Bindings.Pass pass;
    private final int area;
    private final int batch;
    private final FloatMemory shown;
    private final FloatMemory statistics;
    private final FloatMemory correction;
    private final FloatMemory scale;
    private final FloatMemory runningMean;
    private final FloatMemory runningVariance;
    private final FloatMemory scaleGradient;
    private final FloatMemory shiftGradient;
    private final int[] samples;

    ChannelStatistics(
            Normalize operation,
            int channels,
            KernelRequest request,
            Bindings bindings,
            long statisticsAt,
            long correctionAt) {
        this.operation = operation;
        this.channels = channels;
        this.pass = bindings.pass();
        this.area = operation.input().shape().area();
        this.samples = request.laneSamples();
        int sum = 0;
        for (int each : samples) {
            sum += each;
        }
        this.batch = sum;
        shown = FloatMemory.of(bindings.shown());
        statistics = FloatMemory.of(Views.of(bindings.workspace(), statisticsAt, 2L * channels));
        correction = FloatMemory.of(Views.of(bindings.workspace(), correctionAt, 2L * channels));
        scale = FloatMemory.of(bindings.parameters().get(0));
        runningMean = FloatMemory.of(bindings.parameters().get(2));
        runningVariance = FloatMemory.of(bindings.parameters().get(3));
        scaleGradient = FloatMemory.of(gradient(bindings, 0));
        shiftGradient = FloatMemory.of(gradient(bindings, 1));
    }

    private static INDArray gradient(Bindings bindings, int parameter) {
        return Objects.requireNonNull(bindings.parameterGradients().get(parameter));
    }

    /** Show the lane's own means and variances. */
    void show() {
        int at = place(pass.lane());
        for (int i = 0; i < 2 * channels; i++) {
            shown.put(at + i, statistics.get(i));
        }
    }

    /** Join the means and variances of all lanes; the first lane keeps the running ones. */
    void join() {
        double all = (double) batch * area;
        for (int channel = 0; channel < channels; channel++) {
            double mean = 0;
            for (int lane = 0; lane < samples.length; lane++) {
                mean += (double) samples[lane] / batch * mean(lane, channel);
            }
            double variance = 0;
            for (int lane = 0; lane < samples.length; lane++) {
                double apart = mean(lane, channel) - mean;
                variance +=
                        (double) samples[lane]
                                / batch
                                * (shown.get(place(lane) + channels + channel) + apart * apart);
            }
            statistics.put(channel, (float) mean);
            statistics.put(channels + channel, (float) variance);
            if (pass.lane() == 0) {
                follow(runningMean, channel, mean);
                // The running variance is the unbiased one, as in other frameworks.
                follow(runningVariance, channel, all > 1 ? variance * all / (all - 1) : variance);
            }
        }
    }

    private int place(int lane) {
        return lane * SHOWN * channels;
    }

    /**
     * A lane may be on its way back while another still joins the statistics of the way forward.
     */
    private int gradientPlace(int lane) {
        return place(lane) + 2 * channels;
    }

    private float mean(int lane, int channel) {
        return shown.get(place(lane) + channel);
    }

    private void follow(FloatMemory running, int channel, double now) {
        double old = running.get(channel);
        running.put(channel, (float) (old + operation.momentum() * (now - old)));
    }

    /** Show the lane's own gradients of scales and shifts. */
    void showGradients() {
        int at = gradientPlace(pass.lane());
        for (int channel = 0; channel < channels; channel++) {
            shown.put(at + channel, scaleGradient.get(channel));
            shown.put(at + channels + channel, shiftGradient.get(channel));
        }
    }

    /**
     * Compute for each channel the line {@code a + b x} that is to be added to the gradient of
     * {@code x}, because mean and variance depend on it: {@code - scale / sigma (dshift + xhat
     * dscale) / n}.
     */
    void joinGradients() {
        double all = (double) batch * area;
        for (int channel = 0; channel < channels; channel++) {
            double scales = 0;
            double shifts = 0;
            for (int lane = 0; lane < samples.length; lane++) {
                scales += shown.get(gradientPlace(lane) + channel);
                shifts += shown.get(gradientPlace(lane) + channels + channel);
            }
            double mean = statistics.get(channel);
            double inverse =
                    1 / Math.sqrt(statistics.get(channels + channel) + operation.epsilon());
            double slope = -scale.get(channel) * inverse * inverse * scales / all;
            correction.put(channel, (float) slope);
            correction.put(
                    channels + channel,
                    (float) (-scale.get(channel) * inverse * shifts / all - slope * mean));
        }
    }
}
