package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.curves.CurvePanel.Possible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows accuracy, loss and specialization from epoch to epoch, over seeds and beside chance. */
public final class TrainingCurves implements Visualizer<NoOptions> {

    @Override
    public String id() {
        return "training-curves";
    }

    @Override
    public String summary() {
        return "Accuracy, loss and specialization over epochs: mean and 95 % interval over seeds,"
                + " single seeds, and what chance gives";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, NoOptions options) {
        List<Tracked> tracked = Tracked.in(findings);
        List<CurvePanel> curves = new ArrayList<>();
        for (Tracked each : tracked) {
            curves.add(specialization(each, findings.variants()));
        }
        curves.add(
                new CurvePanel(
                        "Test accuracy",
                        "accuracy",
                        "%",
                        new Possible(0, 100),
                        traces(findings, epoch -> epoch.testAccuracy() * 100)));
        curves.add(
                new CurvePanel(
                        "Test loss",
                        "loss",
                        "nats",
                        new Possible(0, Double.POSITIVE_INFINITY),
                        traces(findings, EpochFindings::testLoss)));
        List<Panel> panels = new ArrayList<>();
        curves.stream().filter(each -> !each.isEmpty()).forEach(each -> panels.add(each.draw()));
        if (panels.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Figure(
                        id(),
                        CurveTitle.of(findings, tracked),
                        panels,
                        legend(findings, !tracked.isEmpty()),
                        caption(findings, !tracked.isEmpty()),
                        CurveData.of(findings, tracked)));
    }

    private static CurvePanel specialization(Tracked tracked, List<VariantFindings> variants) {
        List<Trace> traces = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            traces.add(Trace.of(variants.get(v), v, tracked::value));
        }
        CurvePanel panel =
                new CurvePanel(tracked.title(), tracked.metric(), "", Possible.ANY, traces);
        for (int v = 0; v < variants.size(); v++) {
            panel.addChance(tracked.chance(variants.get(v)));
            Integer onset = tracked.onset(variants.get(v));
            if (onset != null) {
                panel.addOnset(onset, v);
            }
        }
        return panel;
    }

    private static List<Trace> traces(Findings findings, ToDoubleFunction<EpochFindings> number) {
        List<Trace> traces = new ArrayList<>();
        for (int v = 0; v < findings.variants().size(); v++) {
            traces.add(Trace.of(findings.variants().get(v), v, number));
        }
        return traces;
    }

    private static Legend legend(Findings findings, boolean tracked) {
        List<Legend.Key> keys = new ArrayList<>();
        for (Trace trace : traces(findings, EpochFindings::testAccuracy)) {
            String seeds = Numbers.count(trace.seeds().size(), "seed", "seeds");
            String name = trace.variant() + (trace.control() ? " (control, " : " (") + seeds + ")";
            keys.add(
                    Legend.Key.line(name, CurvePanel.stroke(trace), Glyph.ofBranch(trace.index())));
        }
        keys.add(Legend.Key.area("95 % interval of the mean", Fill.faded(Tone.NEUTRAL, 0.28)));
        keys.add(line("one seed", Stroke.solid(Tone.NEUTRAL, 0.8).faded(0.6)));
        if (tracked) {
            keys.add(Legend.Key.area("95 % of what chance gives", Fill.faded(Tone.CHANCE, 0.22)));
            keys.add(Legend.Key.point("onset", Glyph.CIRCLE, Tone.NEUTRAL, true));
        }
        return new Legend(keys);
    }

    private static Legend.Key line(String label, Stroke stroke) {
        return Legend.Key.of(
                label, new Mark.Line(List.of(new Position(0, 7), new Position(26, 7)), stroke, ""));
    }

    private static Caption caption(Findings findings, boolean tracked) {
        int seeds =
                findings.variants().stream().mapToInt(each -> each.runs().size()).max().orElse(0);
        String reading =
                "Epoch 0 is before training. Thick lines are means over seeds, shaded with their"
                        + " 95 % interval (Student's t, cut at what is possible); thin lines are"
                        + " single seeds.";
        String onset =
                " The grey band holds 95 % of the values that random divisions of the same units"
                        + " give in one network, the widest over variants. Onset: the first epoch"
                        + " from which on p \u2264 .05 in at least four of five seeds.";
        String misleading =
                "Test images chose nothing here, but many epochs are looked at: p at single epochs"
                        + " is not corrected for their number, so an onset is a description, and the"
                        + " verdict rests on the last epoch alone.";
        return new Caption(
                reading + (tracked ? onset : ""),
                tracked
                        ? misleading
                        : "Equal accuracy does not mean equal networks, nor equal specialization.",
                "%s; %s per variant; each axis has limits of its own."
                        .formatted(findings.dataset(), Numbers.count(seeds, "seed", "seeds")));
    }
}
