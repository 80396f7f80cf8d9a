package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.plugins.metrics.numeric.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Weighs the first pattern and cuts into groups; neither depends on the assignment. */
final class PreparedLatentBranches implements PreparedMetric {

    private final MetricInput input;
    private final LatentOptions options;
    private final Pattern pattern;
    private final NormalizedCut cut;

    PreparedLatentBranches(MetricInput input, Connections connections, LatentOptions options) {
        this.input = input;
        this.options = options;
        this.pattern = Pattern.of(connections, options.normalization(), options.vectors());
        this.cut = NormalizedCut.of(connections, options.groups(), input.seed().derive("latent"));
    }

    @Override
    public List<Subject> subjects() {
        return List.of(
                Subject.layer().and(Subject.PROPERTY, "pattern"),
                Subject.layer().and(Subject.PROPERTY, "association"));
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {pattern.strength(), 1 - cut.value() / options.groups()};
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {1, 1};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        if (subject == 0) {
            return "";
        }
        int[] sizes = new int[options.groups()];
        Arrays.stream(cut.unitGroup()).filter(group -> group >= 0).forEach(group -> sizes[group]++);
        return "normalized cut %s, units in groups of %s"
                .formatted(Print.twoDecimals(cut.value()), Arrays.toString(sizes));
    }

    @Override
    public List<UnitColumn> unitColumns() {
        List<UnitColumn> columns = new ArrayList<>();
        add(columns, "latent-incoming-", pattern.units());
        columns.add(
                new UnitColumn(
                        "latent-group",
                        Arrays.stream(cut.unitGroup())
                                .mapToObj(group -> group < 0 ? "" : "group " + (group + 1))
                                .toList()));
        next().ifPresent(
                        layer ->
                                add(
                                        columns,
                                        "latent-outgoing-",
                                        Pattern.of(
                                                        Connections.of(layer),
                                                        options.normalization(),
                                                        options.vectors())
                                                .inputs()));
        return columns;
    }

    private static void add(List<UnitColumn> columns, String name, double[][] scores) {
        for (int k = 0; k < scores.length; k++) {
            columns.add(Print.column(name + (k + 1), scores[k]));
        }
    }

    /** Find the next layer, if all of its units see this one. */
    private Optional<LayerRecording> next() {
        List<LayerRecording> layers = input.recording().layers();
        int own = 0;
        while (own < layers.size() && !layers.get(own).layer().equals(input.layer().layer())) {
            own++;
        }
        return layers.stream()
                .skip(own + 1L)
                .filter(
                        layer ->
                                layer.weights()
                                        .filter(
                                                weights ->
                                                        weights.size(1)
                                                                == input.layer()
                                                                        .assignment()
                                                                        .units())
                                        .isPresent())
                .findFirst();
    }
}
