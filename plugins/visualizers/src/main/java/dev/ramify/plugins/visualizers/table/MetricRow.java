package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.figure.Table.Cell;
import dev.ramify.api.figure.Table.Drawing;
import dev.ramify.api.figure.Table.Emphasis;
import dev.ramify.api.figure.Table.Row;
import dev.ramify.api.figure.Table.Words;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row: a metric of a trained network beside the same before training. */
final class MetricRow {

    private final Summary trained;
    private final @Nullable Summary untrained;
    private final boolean claimed;
    private final EffectScale scale;

    MetricRow(Summary trained, VariantFindings variant, EffectScale scale) {
        this.trained = trained;
        this.untrained = twin(trained, variant.untrainedSummaries());
        this.claimed =
                variant.verdict().claims().stream()
                        .anyMatch(claim -> claim.summary().isAbout(trained));
        this.scale = scale;
    }

    Row row() {
        Emphasis emphasis = claimed ? Emphasis.STRONG : Emphasis.PLAIN;
        return new Row(
                List.of(
                        new Words(trained.metric(), Names.of(trained.subject()), Emphasis.PLAIN),
                        Words.of(trained.layer()),
                        new Words(Numbers.value(trained.mean()), "", emphasis),
                        quiet(untrained == null ? null : untrained.mean()),
                        quiet(trained.nullMean()),
                        effect(),
                        new Words(Numbers.value(trained.effect()), "", emphasis),
                        gain(emphasis),
                        training(emphasis),
                        chance(emphasis),
                        networks()));
    }

    /** Find the summary of the same thing before training. */
    static @Nullable Summary twin(Summary trained, List<Summary> untrained) {
        return untrained.stream().filter(trained::isAbout).findFirst().orElse(null);
    }

    private Cell effect() {
        return trained.effect() == null
                ? new Words("no effect", "", Emphasis.QUIET)
                : new Drawing(scale.draw(trained, untrained));
    }

    private Words gain(Emphasis emphasis) {
        TrainingTest test = trained.training();
        return test == null
                ? new Words(Numbers.NONE, "", Emphasis.QUIET)
                : new Words(
                        Numbers.value(test.gain()), Numbers.interval(test.interval()), emphasis);
    }

    private Words training(Emphasis emphasis) {
        TrainingTest test = trained.training();
        if (test == null) {
            return new Words(Numbers.NONE, "nothing untrained", Emphasis.QUIET);
        }
        return p(
                test.p(),
                test.pAdjusted(),
                "uncorrected " + Numbers.probability(test.p()),
                emphasis);
    }

    private Words chance(Emphasis emphasis) {
        ChanceTest test = trained.chance();
        if (test == null) {
            return new Words(Numbers.NONE, "no null", Emphasis.QUIET);
        }
        if (test.assumesIndependentUnits()) {
            return new Words(
                    Numbers.probability(test.p()), "assumes independent units", Emphasis.QUIET);
        }
        ChanceTest before = untrained == null ? null : untrained.chance();
        String note =
                before == null || before.pAdjusted() == null
                        ? ""
                        : "untrained " + Numbers.probability(before.pAdjusted());
        return p(test.p(), test.pAdjusted(), note, emphasis);
    }

    private static Words p(
            double plain, @Nullable Double adjusted, String note, Emphasis emphasis) {
        return adjusted == null
                ? new Words(Numbers.probability(plain), "descriptive", Emphasis.QUIET)
                : new Words(Numbers.probability(adjusted), note, emphasis);
    }

    private Words networks() {
        ChanceTest test = trained.chance();
        return test == null || test.assumesIndependentUnits()
                ? new Words(Numbers.NONE, "", Emphasis.QUIET)
                : Words.of(test.inAtLeast() + " of " + trained.seeds());
    }

    private static Words quiet(@Nullable Double value) {
        return new Words(Numbers.value(value), "", Emphasis.QUIET);
    }
}
