package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.figure.Table.Cell;
import dev.ramify.api.figure.Table.Drawing;
import dev.ramify.api.figure.Table.Emphasis;
import dev.ramify.api.figure.Table.Row;
import dev.ramify.api.figure.Table.Words;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Summary;
import dev.ramify.plugins.visualizers.wording.Evidence;
import dev.ramify.plugins.visualizers.wording.Naming;
import dev.ramify.plugins.visualizers.wording.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row: a metric of a trained network beside the same before training. */
final class MetricRow {

    private final Summary trained;
    private final @Nullable Summary untrained;
    private final EffectScale scale;

    MetricRow(Summary trained, VariantFindings variant, EffectScale scale) {
        this.trained = trained;
        this.untrained = twin(trained, variant.untrainedSummaries());
        this.scale = scale;
    }

    Row row() {
        Emphasis emphasis = Evidence.isBeyondChance(trained) ? Emphasis.STRONG : Emphasis.PLAIN;
        return new Row(
                List.of(
                        new Words(trained.metric(), Naming.of(trained.subject()), Emphasis.PLAIN),
                        Words.of(trained.layer()),
                        new Words(Numbers.value(trained.mean()), "", emphasis),
                        quiet(untrained == null ? null : untrained.mean()),
                        quiet(trained.nullMean()),
                        effect(),
                        new Words(
                                Numbers.value(trained.effect()),
                                Numbers.interval(trained.effectInterval()),
                                emphasis),
                        p(emphasis),
                        Words.of(trained.significantSeeds() + " of " + trained.seeds())));
    }

    /** Find the summary of the same thing before training. */
    static @Nullable Summary twin(Summary trained, List<Summary> untrained) {
        return untrained.stream()
                .filter(
                        each ->
                                each.metric().equals(trained.metric())
                                        && each.layer().equals(trained.layer())
                                        && each.subject().equals(trained.subject()))
                .findFirst()
                .orElse(null);
    }

    private Cell effect() {
        return trained.effect() == null
                ? new Words("no ceiling", "", Emphasis.QUIET)
                : new Drawing(scale.draw(trained, untrained));
    }

    private Words p(Emphasis emphasis) {
        Double p = Evidence.p(trained);
        if (p == null) {
            return new Words(
                    Numbers.NONE, trained.p() == null ? "no null" : "descriptive", Emphasis.QUIET);
        }
        Double before = untrained == null ? null : Evidence.bestKnownP(untrained);
        String note = before == null ? "" : "untrained " + Numbers.probability(before);
        return new Words(Numbers.probability(p), note, emphasis);
    }

    private static Words quiet(@Nullable Double value) {
        return new Words(Numbers.value(value), "", Emphasis.QUIET);
    }
}
