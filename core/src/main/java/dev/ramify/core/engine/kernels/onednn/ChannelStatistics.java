package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.FloatMemory;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final Slices slices;
    private final Bindings.Pass pass;
    private final int area;
    private final int batch;
    private final FloatMemory shown;
    private final FloatMemory pieces;
    private final FloatMemory statistics;
    private final FloatMemory line;
    private final FloatMemory scale;
    private final FloatMemory shift;
    private final FloatMemory runningMean;
    private final FloatMemory runningVariance;
    private final @Nullable FloatMemory scaleGradient;
    private final @Nullable FloatMemory shiftGradient;
    private final int[] samples;

    /**
     * @param slices pieces that a lane's values are cut into
     * @param piecesAt where in the scratch array two values are for each channel of each piece
     * @param statisticsAt where in the workspace mean and variance of each channel are to be
     * @param lineAt where in the workspace slope, offset and gain of each channel are to be
     */
    ChannelStatistics(
            Normalize operation,
            Slices slices,
            KernelRequest request,
            Bindings bindings,
            long piecesAt,
            long statisticsAt,
            long lineAt) {
        this.operation = operation;
        this.slices = slices;
        this.channels = slices.parts() * slices.channels();
        this.pass = bindings.pass();
        this.area = operation.input().shape().area();
        this.samples = request.laneSamples();
        int sum = 0;
        for (int each : samples) {
            sum += each;
        }
        this.batch = sum;
        shown = FloatMemory.of(bindings.shown());
        pieces = FloatMemory.of(Views.of(bindings.scratch(), piecesAt, room(slices)));
        statistics = FloatMemory.of(Views.of(bindings.workspace(), statisticsAt, 2L * channels));
        line = FloatMemory.of(Views.of(bindings.workspace(), lineAt, 3L * channels));
        scale = FloatMemory.of(bindings.parameters().get(0));
        shift = FloatMemory.of(bindings.parameters().get(1));
        runningMean = FloatMemory.of(bindings.parameters().get(2));
        runningVariance = FloatMemory.of(bindings.parameters().get(3));
        scaleGradient = gradient(bindings, 0);
        shiftGradient = gradient(bindings, 1);
    }

    /** Return the number of floats that the pieces need: two for each of their channels. */
    static long room(Slices slices) {
        return 2L * slices.count() * slices.channels();
    }

    private static @Nullable FloatMemory gradient(Bindings bindings, int parameter) {
        List<@Nullable INDArray> gradients = bindings.parameterGradients();
        @Nullable INDArray gradient = gradients.isEmpty() ? null : gradients.get(parameter);
        return gradient == null ? null : FloatMemory.of(gradient);
    }

    /** Show the lane's own means and variances, joined from those of its pieces. */
    void show() {
        int at = place(pass.lane());
        int groups = slices.count() / slices.parts();
        for (int channel = 0; channel < channels; channel++) {
            double mean = sum(channel, 0) / groups;
            double variance = sum(channel, slices.channels()) / groups;
            for (int group = 0; group < groups; group++) {
                double apart = pieces.get(piece(group, channel)) - mean;
                variance += apart * apart / groups;
            }
            shown.put(at + channel, (float) mean);
            shown.put(at + channels + channel, (float) variance);
        }
    }

    private double sum(int channel, int further) {
        double sum = 0;
        for (int group = 0; group < slices.count() / slices.parts(); group++) {
            sum += pieces.get(piece(group, channel) + further);
        }
        return sum;
    }

    /** Return where a channel's first value is, of the samples of a group. */
    private int piece(int group, int channel) {
        int part = channel / slices.channels();
        int within = channel % slices.channels();
        return 2 * slices.channels() * (group * slices.parts() + part) + within;
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
        if (operation.added() != null) {
            joinLine();
        }
    }

    /** Compute for each channel the line that normalizes: {@code slope x + offset}. */
    private void joinLine() {
        for (int channel = 0; channel < channels; channel++) {
            double slope = scale.get(channel) * inverseDeviation(channel);
            line.put(channel, (float) slope);
            line.put(
                    channels + channel,
                    (float) (shift.get(channel) - slope * statistics.get(channel)));
        }
    }

    private double inverseDeviation(int channel) {
        return 1 / Math.sqrt(statistics.get(channels + channel) + operation.epsilon());
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

    /** Sum the lane's own gradients of scales and shifts over its pieces, and show them. */
    void showGradients() {
        int at = gradientPlace(pass.lane());
        for (int channel = 0; channel < channels; channel++) {
            float scales = (float) sum(channel, 0);
            float shifts = (float) sum(channel, slices.channels());
            if (scaleGradient != null && shiftGradient != null) {
                scaleGradient.put(channel, scales);
                shiftGradient.put(channel, shifts);
            }
            shown.put(at + channel, scales);
            shown.put(at + channels + channel, shifts);
        }
    }

    /**
     * Compute for each channel what makes the gradient of {@code x} of that of the normalized value
     * {@code xhat}, {@code dy}: {@code scale / sigma (dy - dshift / n - xhat dscale / n)} is {@code
     * gain (dy + slope x + offset)} (Ioffe and Szegedy 2015, section 3).
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
            double inverse = inverseDeviation(channel);
            double slope = -inverse * scales / all;
            line.put(channel, (float) slope);
            line.put(channels + channel, (float) (-shifts / all - slope * mean));
            line.put(2 * channels + channel, (float) (scale.get(channel) * inverse));
        }
    }
}
