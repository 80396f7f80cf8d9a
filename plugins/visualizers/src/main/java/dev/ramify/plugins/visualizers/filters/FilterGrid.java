package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the filters that see the image, branch by branch, in the layout of Voss et al., "Branch
 * Specialization", Distill 2021, figures 1 and 7, with what a random division would give.
 */
public final class FilterGrid implements Visualizer<FilterGridOptions> {

    @Override
    public String id() {
        return "filter-grid";
    }

    @Override
    public String summary() {
        return "First-layer filters per branch, ordered by colour and frequency, beside what a"
                + " random division of the same filters gives";
    }

    @Override
    public Class<FilterGridOptions> options() {
        return FilterGridOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, FilterGridOptions options) {
        List<Figure> figures = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            List<NetworkFilters> networks = networks(variant, findings, options);
            if (!networks.isEmpty()) {
                figures.add(figure(variant, networks, findings, options));
            }
        }
        return figures;
    }

    @Override
    public Optional<String> obstacle(List<Outlook> layers, FilterGridOptions options) {
        List<String> drawn =
                layers.stream().filter(Outlook::seesImage).map(Outlook::layer).distinct().toList();
        if (drawn.isEmpty()) {
            return Optional.of("no recorded layer has filters over the channels of the image");
        }
        if (options.layer() != null && !drawn.contains(options.layer())) {
            throw new InvalidOptionException(
                    "layer",
                    "no recorded layer named `%s` has filters over the channels of the image; there are %s"
                            .formatted(options.layer(), drawn));
        }
        return Optional.empty();
    }

    private Figure figure(
            VariantFindings variant,
            List<NetworkFilters> networks,
            Findings findings,
            FilterGridOptions options) {
        List<Panel> panels = new ArrayList<>();
        List<Integer> order = List.of();
        for (NetworkFilters network : networks) {
            // The untrained network keeps the order of the trained one before it.
            order = network.trained() ? network.branches() : order;
            panels.add(new NetworkBoard(network, order).draw());
        }
        FilterWords words = new FilterWords(variant, networks, options.metric());
        return new Figure(
                id() + "-" + variant.name(),
                words.title(),
                panels,
                words.legend(),
                words.caption(findings),
                FilterData.of(networks));
    }

    private static List<NetworkFilters> networks(
            VariantFindings variant, Findings findings, FilterGridOptions options) {
        int channels = findings.imageShape().channels();
        List<NetworkFilters> networks = new ArrayList<>();
        for (RunFindings run : variant.runs().stream().limit(options.networks()).toList()) {
            Recording recording = run.recording();
            Optional<String> layer = layer(recording, channels, options);
            if (layer.isEmpty()) {
                continue;
            }
            String name = variant.name() + "/" + run.seed();
            NetworkFilters.of(
                            "Trained, seed " + run.seed(),
                            true,
                            name,
                            recording,
                            layer.get(),
                            channels,
                            run.unitColumns().getOrDefault(layer.get(), List.of()),
                            of(layer.get(), run.measurements()))
                    .ifPresent(networks::add);
            if (options.untrained()) {
                run.untrainedRecording()
                        .flatMap(
                                before ->
                                        NetworkFilters.of(
                                                "Before training, seed " + run.seed(),
                                                false,
                                                name + "/untrained",
                                                before,
                                                layer.get(),
                                                channels,
                                                List.of(),
                                                of(layer.get(), run.untrainedMeasurements())))
                        .ifPresent(networks::add);
            }
        }
        return networks;
    }

    private static Optional<String> layer(
            Recording recording, int channels, FilterGridOptions options) {
        return recording.layers().stream()
                .filter(layer -> FilterBank.sees(layer, channels))
                .map(LayerRecording::layer)
                .filter(name -> options.layer() == null || name.equals(options.layer()))
                .findFirst();
    }

    private static List<Measurement> of(String layer, List<Measurement> measurements) {
        return measurements.stream().filter(each -> each.layer().equals(layer)).toList();
    }
}
