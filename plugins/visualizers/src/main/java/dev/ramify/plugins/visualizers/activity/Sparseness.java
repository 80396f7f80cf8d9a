package dev.ramify.plugins.visualizers.activity;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.units.LayerOptions;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows how sparsely every unit responds, branch by branch, and which are dead. */
public final class Sparseness implements Visualizer<LayerOptions> {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 220;

    @Override
    public String id() {
        return "sparsity";
    }

    @Override
    public String summary() {
        return "How sparsely every unit responds, by branch, with dead units counted: trained and"
                + " before training";
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
        List<Density> seeds = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (RunFindings run : variant.runs()) {
            Optional<SeenLayer> seen = SeenLayer.trained(variant, run, options.layer());
            seen.map(Density::of).ifPresent(seeds::add);
            if (panels.isEmpty() && seen.isPresent()) {
                panels.add(panel(seeds.get(0)));
                SeenLayer.untrained(variant, run, seen.get().layer().layer())
                        .map(Density::of)
                        .ifPresent(each -> panels.add(panel(each)));
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figure(
                        id() + "-" + variant.name(),
                        title(variant, seeds),
                        panels,
                        legend(seeds.get(0).seen()),
                        caption(findings, seeds),
                        data(seeds.get(0))));
    }

    private static Plot panel(Density density) {
        SeenLayer seen = density.seen();
        List<String> branches = new ArrayList<>();
        for (int b = 0; b < seen.layer().assignment().branches().size(); b++) {
            branches.add(seen.name(b));
        }
        List<Mark.Point> points = new ArrayList<>();
        for (int b = 0; b < branches.size(); b++) {
            int[] units = seen.layer().assignment().unitsOf(b);
            for (int k = 0; k < units.length; k++) {
                double share = density.active()[units[k]];
                // Beside each other in an order that is always the same, so that few are covered.
                double across = b - .32 + .64 * ((k * 0.618034) % 1);
                double height = share == 0 ? 0 : density.sparseness()[units[k]];
                points.add(
                        new Mark.Point(
                                new Position(across, height),
                                seen.glyph(b),
                                7,
                                seen.color(b),
                                share == 0,
                                seen.tag(
                                        units[k],
                                        "sparseness %s, active on %s of samples"
                                                .formatted(
                                                        Numbers.value(height),
                                                        Numbers.percent(share)))));
            }
        }
        return new Plot(
                seen.title(),
                WIDTH,
                HEIGHT,
                Axis.of("branch", "", Scale.bands(branches)),
                Axis.of("sparseness over samples", "", Scale.linear(-.04, 1.04)),
                List.of(new Mark.Points(points)),
                "%d units, %d of them dead.".formatted(points.size(), density.dead()));
    }

    private static String title(VariantFindings variant, List<Density> seeds) {
        OverSeeds active = OverSeeds.of(seeds.stream().mapToDouble(Density::mean).toArray());
        String interval =
                active.seeds() < 2
                        ? ""
                        : " [%s, %s]"
                                .formatted(
                                        Numbers.value(active.low()), Numbers.value(active.high()));
        Density first = seeds.get(0);
        return "%s: units of %s have a mean sparseness of %s%s over samples; %s of the seed shown never respond."
                .formatted(
                        variant.name(),
                        first.seen().layer().layer(),
                        Numbers.value(active.mean()),
                        interval,
                        Numbers.count(first.dead(), "unit", "units"));
    }

    private static Legend legend(SeenLayer seen) {
        List<Legend.Key> keys = new ArrayList<>();
        for (int b = 0; b < seen.layer().assignment().branches().size(); b++) {
            keys.add(Legend.Key.point(seen.name(b), seen.glyph(b), seen.color(b), false));
        }
        keys.add(Legend.Key.point("dead", seen.glyph(0), seen.color(0), true));
        return new Legend(keys);
    }

    private static Caption caption(Findings findings, List<Density> seeds) {
        Density first = seeds.get(0);
        return new Caption(
                "Each mark is a unit: how unevenly its responses are spread over samples, 0 for the same"
                        + " on all and 1 for a single one (Treves and Rolls).",
                "Responses are means over a map, which are less sparse than those of single places; a"
                        + " few outstanding samples make a unit look sparse. No chance level is drawn:"
                        + " compare with the panel before training. A unit that is dead on these"
                        + " samples may answer to others.",
                "%s, %s; %s; %s"
                        .formatted(
                                findings.dataset(),
                                Numbers.count(first.samples(), "sample", "samples"),
                                Numbers.count(first.active().length, "unit", "units"),
                                Numbers.count(seeds.size(), "seed", "seeds")));
    }

    private static DataTable data(Density density) {
        List<List<String>> rows = new ArrayList<>();
        for (int unit = 0; unit < density.active().length; unit++) {
            rows.add(
                    Arrays.asList(
                            density.seen().network(),
                            density.seen().layer().layer(),
                            density.seen().name(density.seen().branchOf(unit)),
                            Integer.toString(unit),
                            Double.toString(density.active()[unit]),
                            Double.toString(density.sparseness()[unit])));
        }
        return new DataTable(
                List.of("network", "layer", "branch", "unit", "active", "sparseness"), rows);
    }
}
