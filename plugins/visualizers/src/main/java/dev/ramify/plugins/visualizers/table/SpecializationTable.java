package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Table;
import dev.ramify.api.figure.Table.Column;
import dev.ramify.api.figure.Table.Group;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.option.NoOptions;
import dev.ramify.plugins.visualizers.wording.Naming;
import dev.ramify.plugins.visualizers.wording.Numbers;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.List;

/** Lists every metric of every variant beside chance, trained and untrained, with its cost. */
public final class SpecializationTable implements Visualizer<NoOptions> {

    @Override
    public String id() {
        return "specialization-table";
    }

    @Override
    public String summary() {
        return "Every metric of every variant beside chance: effect, interval, p and seeds, trained"
                + " and untrained, with parameters and compute";
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
        EffectScale scale = EffectScale.over(variants);
        List<Group> groups = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            VariantFindings variant = variants.get(v);
            List<Table.Row> rows =
                    variant.summaries().stream()
                            .map(summary -> new MetricRow(summary, variant, scale).row())
                            .toList();
            groups.add(new Group(variant.name(), note(variant), new Color.Category(v), rows));
        }
        return List.of(
                new Figure(
                        id(),
                        Takeaway.of(variants),
                        List.of(new Table("", columns(scale), groups)),
                        legend(),
                        caption(findings),
                        TableData.of(variants)));
    }

    private static List<Column> columns(EffectScale scale) {
        return List.of(
                new Column("metric", Align.START, null),
                new Column("layer", Align.START, null),
                new Column("trained", Align.END, null),
                new Column("untrained", Align.END, null),
                new Column("chance", Align.END, null),
                new Column("effect", Align.START, scale.ruler()),
                new Column("effect [95 %]", Align.END, null),
                new Column("p, corrected", Align.END, null),
                new Column("seeds, p \u2264 .05", Align.END, null));
    }

    private static String note(VariantFindings variant) {
        List<String> parts = new ArrayList<>();
        if (variant.role() == Role.CONTROL) {
            parts.add("control");
        }
        parts.add(Numbers.count(variant.architecture().cost().parameters()) + " parameters");
        parts.add(Numbers.count(variant.architecture().cost().macs()) + " MACs");
        double[] accuracies =
                variant.runs().stream().mapToDouble(SpecializationTable::accuracy).toArray();
        OverSeeds accuracy = OverSeeds.of(accuracies);
        if (accuracy.seeds() > 0) {
            parts.add("test accuracy " + Numbers.percent(accuracy.mean()));
        }
        parts.add(Naming.count(variant.runs().size(), "seed", "seeds"));
        if (variant.summaries().isEmpty()) {
            parts.add("nothing to measure between branches");
        }
        return String.join(" \u00b7 ", parts);
    }

    private static double accuracy(RunFindings run) {
        return run.epochs().isEmpty()
                ? Double.NaN
                : run.epochs().get(run.epochs().size() - 1).testAccuracy();
    }

    private static Legend legend() {
        return new Legend(
                List.of(
                        Legend.Key.of(
                                "trained, with 95 % interval over seeds",
                                new Mark.Line(
                                        List.of(new Position(1, 7), new Position(25, 7)),
                                        Stroke.solid(Tone.INK, 2),
                                        ""),
                                EffectScale.point(13, 7, Glyph.CIRCLE, Tone.INK, false)),
                        Legend.Key.point("untrained", Glyph.CIRCLE, Tone.NEUTRAL, true),
                        Legend.Key.of(
                                "what chance gives",
                                new Mark.Line(
                                        List.of(new Position(13, 0), new Position(13, 14)),
                                        Stroke.solid(Tone.CHANCE, 1.5),
                                        ""))));
    }

    private static Caption caption(Findings findings) {
        int seeds =
                findings.variants().stream().mapToInt(each -> each.runs().size()).max().orElse(0);
        long tests =
                findings.variants().stream()
                        .flatMap(each -> each.summaries().stream())
                        .map(Summary::pAdjusted)
                        .filter(p -> p != null)
                        .count();
        return new Caption(
                "Each row compares how a layer's units are divided between branches with random"
                        + " divisions into branches of the same sizes. Effect 0 is chance, 1 the most"
                        + " that these branch sizes allow. Bold: p \u2264 .05 after correction.",
                "An effect that the untrained network or a control shows as well is due to the"
                        + " architecture, not to training. A large p does not show that there is no"
                        + " specialization: with few seeds or units, weak effects stay unseen.",
                "%s; %s; at most %s per variant; p corrected over %s."
                        .formatted(
                                findings.dataset(),
                                Naming.count(findings.variants().size(), "variant", "variants"),
                                Naming.count(seeds, "seed", "seeds"),
                                Naming.count((int) tests, "test", "tests")));
    }
}
