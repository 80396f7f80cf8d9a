package dev.ramify.core.engine.kernels.onednn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of the weights {@code [units, inputs of a group]} of an affine map: some units and some
 * of their inputs.
 *
 * @param unit first unit, of all groups
 * @param units number of units
 * @param input first input, of all groups
 * @param inputs number of inputs
 * @param column first column of the weights
 */
record WeightSlice(long unit, long units, long input, long inputs, long column) {

    private static final int MOST = 4;
    private static final int REGISTER = 8;
    private static final long LEAST_MACS = 500_000;

    /**
     * Cut between units.
     *
     * @param macs multiply-accumulates of the whole map and batch
     */
    static List<WeightSlice> ofUnits(long units, long inputs, long macs) {
        long[] bounds = bounds(units, macs);
        return IntStream.range(1, bounds.length)
                .mapToObj(
                        i ->
                                new WeightSlice(
                                        bounds[i - 1], bounds[i] - bounds[i - 1], 0, inputs, 0))
                .toList();
    }

    /** Cut between inputs. */
    static List<WeightSlice> ofInputs(long units, long inputs, long macs) {
        long[] bounds = bounds(inputs, macs);
        return IntStream.range(1, bounds.length)
                .mapToObj(
                        i ->
                                new WeightSlice(
                                        0,
                                        units,
                                        bounds[i - 1],
                                        bounds[i] - bounds[i - 1],
                                        bounds[i - 1]))
                .toList();
    }

    /** Cut between groups. */
    static List<WeightSlice> ofGroups(int groups, long units, long inputs) {
        long groupUnits = units / groups;
        long groupInputs = inputs / groups;
        return IntStream.range(0, groups)
                .mapToObj(
                        group ->
                                new WeightSlice(
                                        group * groupUnits,
                                        groupUnits,
                                        group * groupInputs,
                                        groupInputs,
                                        0))
                .toList();
    }

    /** Cut at whole vector registers, into pieces that are worth handing over. */
    private static long[] bounds(long size, long macs) {
        int count = (int) Math.max(1, Math.min(MOST, Math.min(macs / LEAST_MACS, size / REGISTER)));
        long[] bounds = new long[count + 1];
        for (int i = 1; i < count; i++) {
            bounds[i] = size * i / count / REGISTER * REGISTER;
        }
        bounds[count] = size;
        return bounds;
    }

    /**
     * Return where it begins.
     *
     * @param weights where all weights begin
     * @param width number of inputs of a group
     */
    Place within(Place weights, long width) {
        return weights.plus(unit * width + column);
    }
}
