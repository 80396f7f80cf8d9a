package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The filters of one network with what is known of them.
 *
 * @param title of its panel
 * @param trained whether it is trained
 * @param network variant and seed
 * @param layer the recorded layer
 * @param bank its filters
 * @param colour their colour indices
 * @param frequency their spatial frequencies
 * @param silent for each unit whether no sample activates it
 * @param columns what metrics found out about the units
 * @param measurements of the layer
 */
record NetworkFilters(
        String title,
        boolean trained,
        String network,
        LayerRecording layer,
        FilterBank bank,
        FilterProperty colour,
        FilterProperty frequency,
        boolean[] silent,
        List<UnitColumn> columns,
        List<Measurement> measurements) {

    private static final int ROWS_AT_ONCE = 256;

    /** Read a network, if its layer sees the image. */
    static Optional<NetworkFilters> of(
            String title,
            boolean trained,
            String network,
            Recording recording,
            String layerName,
            int channels,
            List<UnitColumn> columns,
            List<Measurement> measurements) {
        return recording
                .layer(layerName)
                .flatMap(
                        layer ->
                                FilterBank.of(recording, layer, channels)
                                        .map(
                                                bank ->
                                                        new NetworkFilters(
                                                                title,
                                                                trained,
                                                                network,
                                                                layer,
                                                                bank,
                                                                FilterProperty.colour(
                                                                        bank, columns),
                                                                FilterProperty.frequency(
                                                                        bank, columns),
                                                                silent(layer),
                                                                columns,
                                                                measurements)));
    }

    /** List the branches from the most to the least colourful. */
    List<Integer> branches() {
        return IntStream.range(0, layer.assignment().branches().size())
                .boxed()
                .sorted(Comparator.comparingDouble(branch -> -key(branch)))
                .toList();
    }

    private double key(int branch) {
        FilterProperty property = colour.isKnown() ? colour : frequency;
        double mean = property.compare(layer.assignment().unitsOf(branch)).mean();
        return Double.isNaN(mean) ? -1 : mean;
    }

    /** List a branch's units: by colour index, in steps of a tenth, then by frequency. */
    List<Integer> units(int branch) {
        return Arrays.stream(layer.assignment().unitsOf(branch))
                .boxed()
                .sorted(
                        Comparator.comparing((Integer unit) -> isDead(unit))
                                .thenComparingLong(unit -> -Math.round(colour.values()[unit] * 10))
                                .thenComparingDouble(unit -> frequency.values()[unit]))
                .toList();
    }

    /** Tell whether a unit has no pattern, or never responds. */
    boolean isDead(int unit) {
        return bank.isNearZero(unit) || silent[unit];
    }

    int dead() {
        return (int) IntStream.range(0, bank.units()).filter(this::isDead).count();
    }

    private static boolean[] silent(LayerRecording layer) {
        int units = layer.activations().units();
        int samples = layer.activations().samples();
        boolean[] silent = new boolean[units];
        Arrays.fill(silent, samples > 0);
        for (int from = 0; from < samples; from += ROWS_AT_ONCE) {
            float[] rows = new float[Math.min(ROWS_AT_ONCE, samples - from) * units];
            layer.activations().read(from, rows);
            for (int i = 0; i < rows.length; i++) {
                silent[i % units] &= rows[i] == 0;
            }
        }
        return silent;
    }
}
