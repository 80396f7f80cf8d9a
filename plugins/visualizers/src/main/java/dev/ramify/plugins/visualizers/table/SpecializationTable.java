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
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.text.Numbers;
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
        return "Every metric of every variant beside chance: effect, gain by training, p and seeds, trained"
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
                new Column("", Align.END, null),
                new Column("gain by training [90 %]", Align.END, null),
                new Column("p of the gain, corrected", Align.END, null),
                new Column("p of these networks, corrected", Align.END, null),
                new Column("beyond chance in at least", Align.END, null));
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
        parts.add(Numbers.count(variant.runs().size(), "seed", "seeds"));
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
                                "trained, mean and range over seeds",
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
        long questions =
                findings.variants().stream()
                        .filter(variant -> variant.role() != Role.CONTROL)
                        .flatMap(
                                variant ->
                                        variant.summaries().stream()
                                                .filter(SpecializationTable::isQuestion)
                                                .map(
                                                        each ->
                                                                List.of(
                                                                        variant.name(),
                                                                        each.metric(),
                                                                        each.layer())))
                        .distinct()
                        .count();
        return new Caption(
                "Each row compares how a layer's units are divided between branches with random"
                        + " divisions into branches of the same sizes. Effect 0 is chance, 1 the most"
                        + " that these branch sizes allow. The gain is what trained networks have more than"
                        + " their own initialisations, tested by the signs of its values over seeds; its"
                        + " interval lies above 0 exactly where its uncorrected p is at most .05. Bold: a"
                        + " claim is made.",
                "An effect that the untrained network or a control shows as well is due to the"
                        + " architecture, not to training. A large p does not show that there is no"
                        + " specialization: with few seeds or units, weak effects stay unseen.",
                "%s; %s; at most %s per variant; p corrected over %s of the variants that are no controls."
                        .formatted(
                                findings.dataset(),
                                Numbers.count(findings.variants().size(), "variant", "variants"),
                                Numbers.count(seeds, "seed", "seeds"),
                                Numbers.count((int) questions, "question", "questions")));
    }

    private static boolean isQuestion(Summary summary) {
        ChanceTest chance = summary.chance();
        TrainingTest training = summary.training();
        return chance != null && chance.pAdjusted() != null
                || training != null && training.pAdjusted() != null;
    }
}
