package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Weighs the first pattern, cuts into groups and compares scores with filters; nothing of it
 * depends on the assignment.
 */
final class PreparedLatentBranches implements PreparedMetric {

    private static final int PATTERN = 0;
    private static final int ASSOCIATION = 1;
    private static final int FIRST_TRAIT = 2;

    private final MetricInput input;
    private final LatentOptions options;
    private final Pattern pattern;
    private final NormalizedCut cut;
    private final Optional<InputFilters> filters;
    private final List<FilterCorrelation> correlations;

    /**
     * @param filters those that give the inputs, if they see the image
     */
    PreparedLatentBranches(
            MetricInput input, Optional<InputFilters> filters, LatentOptions options) {
        this.input = input;
        this.filters = filters;
        this.options = options;
        Connections connections = Connections.of(input.layer());
        this.pattern = Pattern.of(connections, options.normalization(), options.vectors());
        this.cut = NormalizedCut.of(connections, options.groups(), input.seed().derive("latent"));
        this.correlations =
                filters.map(below -> below.compare(connections, pattern)).orElse(List.of());
    }

    /** The filters below are no weights of the layer: what they look like stays. */
    @Override
    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        return Optional.of(new PreparedLatentBranches(shuffled, filters, options));
    }

    @Override
    public List<Subject> subjects() {
        return Stream.concat(
                        Stream.of("pattern", "association"),
                        correlations.stream().map(FilterCorrelation::trait))
                .map(name -> Subject.layer().and(Subject.PROPERTY, name))
                .toList();
    }

    @Override
    public double[] score(Assignment assignment) {
        return DoubleStream.concat(
                        DoubleStream.of(pattern.strength(), 1 - cut.value() / options.groups()),
                        correlations.stream().mapToDouble(FilterCorrelation::value))
                .toArray();
    }

    @Override
    public String reason(int subject) {
        return subject < FIRST_TRAIT
                ? PreparedMetric.super.reason(subject)
                : correlations.get(subject - FIRST_TRAIT).reason();
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ones = new double[FIRST_TRAIT + correlations.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return switch (subject) {
            case PATTERN -> "";
            case ASSOCIATION -> groups();
            default ->
                    correlations
                            .get(subject - FIRST_TRAIT)
                            .phrase(
                                    input.layer().layer(),
                                    filters.orElseThrow().layer(),
                                    firstVector());
        };
    }

    private String groups() {
        int[] sizes = new int[options.groups()];
        Arrays.stream(cut.unitGroup()).filter(group -> group >= 0).forEach(group -> sizes[group]++);
        return "normalized cut %s, units in groups of %s"
                .formatted(Print.twoDecimals(cut.value()), Arrays.toString(sizes));
    }

    /** Return the number of the singular vector that is the first pattern. */
    private int firstVector() {
        return options.normalization() == Normalization.CENTRED ? 1 : 2;
    }

    @Override
    public List<UnitColumn> unitColumns() {
        List<UnitColumn> columns = new ArrayList<>();
        add(columns, "latent-incoming-", pattern.units());
        columns.add(
                new UnitColumn.Category(
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
