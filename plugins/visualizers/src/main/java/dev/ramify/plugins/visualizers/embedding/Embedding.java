package dev.ramify.plugins.visualizers.embedding;

import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.visualizers.units.Dealt;
import dev.ramify.plugins.visualizers.units.Histogram;
import dev.ramify.plugins.visualizers.units.LayerOptions;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the units of a layer on a map of what they respond to, coloured and shaped by branch. What
 * the title says is computed from the activations, never from the map.
 */
public final class Embedding implements Visualizer<LayerOptions> {

    private static final int FEWEST_UNITS = 8;

    @Override
    public String id() {
        return "embedding";
    }

    @Override
    public String summary() {
        return "Units on a map (t-SNE) of what they respond to, by branch: trained, dealt anew and"
                + " before training, beside what chance gives";
    }

    @Override
    public Class<LayerOptions> options() {
        return LayerOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, LayerOptions options) {
        List<Figure> figures = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            if (options.controls() || variant.role() == VariantFindings.Role.STUDIED) {
                figure(variant, findings, options).ifPresent(figures::add);
            }
        }
        return figures;
    }

    private Optional<Figure> figure(
            VariantFindings variant, Findings findings, LayerOptions options) {
        List<Dealt> seeds = new ArrayList<>();
        Optional<UnitMap> shown = Optional.empty();
        for (RunFindings run : variant.runs()) {
            Optional<SeenLayer> seen = SeenLayer.trained(variant, run, options.layer());
            if (seen.filter(SeenLayer::isDivided).isEmpty()) {
                continue;
            }
            Profiles profiles = Profiles.of(seen.get().layer());
            if (profiles.units().length >= FEWEST_UNITS) {
                seeds.add(Apartness.of(seen.get(), profiles, options.permutations()));
                shown = shown.or(() -> Optional.of(UnitMap.of(seen.get(), profiles)));
            }
        }
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(figure(variant, findings, shown.get(), seeds, options));
    }

    private Figure figure(
            VariantFindings variant,
            Findings findings,
            UnitMap map,
            List<Dealt> seeds,
            LayerOptions options) {
        SeenLayer seen = map.seen();
        Optional<UnitMap> before = before(variant, seen);
        Optional<Dealt> untrained =
                before.map(
                        each -> Apartness.of(each.seen(), each.profiles(), options.permutations()));
        Assignment branches = Apartness.live(seen, map.profiles());
        Assignment dealt = branches.permuted(new Seed(1).derive("dealt").generator());
        List<Panel> panels = new ArrayList<>();
        panels.add(map.draw(seen.title() + " \u00b7 " + map.badge(), branches));
        panels.add(map.draw("The same map, branches dealt anew", dealt));
        before.ifPresent(
                each ->
                        panels.add(
                                each.draw(
                                        each.seen().title() + " \u00b7 " + each.badge(),
                                        Apartness.live(each.seen(), each.profiles()))));
        panels.add(
                Histogram.of(
                        "What chance gives",
                        "1 \u2212 r\u00b2 between less within",
                        seeds.get(0),
                        UnitMap.SIDE,
                        UnitMap.SIDE));
        EmbeddingWords words = new EmbeddingWords(variant, map, seeds, untrained);
        return new Figure(
                id() + "-" + variant.name(),
                words.title(),
                panels,
                words.legend(),
                words.caption(findings),
                data(map));
    }

    private static Optional<UnitMap> before(VariantFindings variant, SeenLayer seen) {
        return variant.runs().stream()
                .filter(run -> seen.network().equals(variant.name() + "/" + run.seed()))
                .findFirst()
                .flatMap(run -> SeenLayer.untrained(variant, run, seen.layer().layer()))
                .flatMap(
                        untrained -> {
                            Profiles profiles = Profiles.of(untrained.layer());
                            return profiles.units().length < FEWEST_UNITS
                                    ? Optional.empty()
                                    : Optional.of(UnitMap.of(untrained, profiles));
                        });
    }

    private static DataTable data(UnitMap map) {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < map.profiles().units().length; k++) {
            int unit = map.profiles().units()[k];
            rows.add(
                    List.of(
                            map.seen().network(),
                            map.seen().layer().layer(),
                            map.seen().name(map.seen().branchOf(unit)),
                            Integer.toString(unit),
                            Double.toString(map.map().x()[k]),
                            Double.toString(map.map().y()[k])));
        }
        return new DataTable(List.of("network", "layer", "branch", "unit", "x", "y"), rows);
    }
}
