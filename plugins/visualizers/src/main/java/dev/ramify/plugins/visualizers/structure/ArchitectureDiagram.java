package dev.ramify.plugins.visualizers.structure;

import dev.ramify.api.architecture.Cost;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows the layers and branches of every variant, with widths, parameters and compute. */
public final class ArchitectureDiagram implements Visualizer<NoOptions> {

    @Override
    public String id() {
        return "architecture";
    }

    @Override
    public String summary() {
        return "Layers and branches of every variant with widths, parameters and"
                + " multiply-accumulates";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, NoOptions options) {
        List<VariantFindings> variants = findings.variants();
        if (variants.isEmpty()) {
            return List.of();
        }
        List<Panel> panels = new ArrayList<>();
        variants.forEach(variant -> panels.add(LayerBoard.of(variant)));
        return List.of(
                new Figure(id(), title(variants), panels, Legend.NONE, caption(), data(variants)));
    }

    private static String title(List<VariantFindings> variants) {
        Comparator<VariantFindings> byCost =
                Comparator.comparingLong(variant -> variant.architecture().cost().parameters());
        VariantFindings least = variants.stream().min(byCost).orElseThrow();
        VariantFindings most = variants.stream().max(byCost).orElseThrow();
        Cost small = least.architecture().cost();
        Cost large = most.architecture().cost();
        if (small.parameters() == large.parameters()) {
            return "%s %s parameters and compute %s multiply-accumulates an image."
                    .formatted(
                            variants.size() == 1 ? least.name() + " has" : "All variants have",
                            Numbers.count(small.parameters()),
                            Numbers.count(small.macs()));
        }
        return "%s has the fewest parameters, %s, and %s the most, %s (%s and %s multiply-accumulates an image)."
                .formatted(
                        least.name(),
                        Numbers.count(small.parameters()),
                        most.name(),
                        Numbers.count(large.parameters()),
                        Numbers.count(small.macs()),
                        Numbers.count(large.macs()));
    }

    private static Caption caption() {
        return new Caption(
                "Each box is a layer with weights, as wide as it has units; branches stand side by side"
                        + " between the layers that they leave and join. Layers without weights are not"
                        + " drawn.",
                "Fewer parameters are not less time: how fast a network runs depends on the shapes of"
                        + " its layers, too.",
                "parameters and multiply-accumulates as counted from the architecture");
    }

    private static DataTable data(List<VariantFindings> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantFindings variant : variants) {
            for (PlacedLayer placed : variant.architecture().layers()) {
                rows.add(
                        List.of(
                                variant.name(),
                                placed.path(),
                                placed.branch(),
                                placed.input().toString(),
                                placed.output().toString(),
                                Long.toString(placed.cost().parameters()),
                                Long.toString(placed.cost().macs())));
            }
        }
        return new DataTable(
                List.of("variant", "layer", "branch", "input", "output", "parameters", "macs"),
                rows);
    }

    /** Say what a variant costs. */
    static String cost(VariantFindings variant) {
        Cost cost = variant.architecture().cost();
        long branches =
                variant.architecture().layers().stream()
                        .map(PlacedLayer::branch)
                        .filter(branch -> !branch.isEmpty())
                        .distinct()
                        .count();
        return "%s \u00b7 %s%s parameters"
                .formatted(
                        variant.name(),
                        branches == 0
                                ? ""
                                : Numbers.count((int) branches, "branch", "branches") + " \u00b7 ",
                        Numbers.count(cost.parameters()));
    }
}
