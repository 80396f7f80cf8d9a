package dev.ramify.plugins.visualizers.selectivity;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.List;

/** What the selectivity of a variant's units says in words. */
final class SelectivityWords {

    private static final double ALPHA = 0.05;

    private final VariantFindings variant;
    private final List<Selectivity.Seen> networks;
    private final Ramp ramp;

    SelectivityWords(VariantFindings variant, List<Selectivity.Seen> networks, Ramp ramp) {
        this.variant = variant;
        this.networks = networks;
        this.ramp = ramp;
    }

    String title() {
        Selectivity.Seen shown = networks.get(0);
        OverSeeds mean =
                OverSeeds.of(networks.stream().mapToDouble(each -> each.dealt().value()).toArray());
        OverSeeds chance =
                OverSeeds.of(networks.stream().mapToDouble(each -> each.dealt().mean()).toArray());
        long beyond = networks.stream().filter(each -> each.dealt().p() <= ALPHA).count();
        String numbers =
                "%s sd%s where chance gives %s, p \u2264 .05 in %d of %s"
                        .formatted(
                                Numbers.value(mean.mean()),
                                mean.seeds() < 2
                                        ? ""
                                        : " [%s, %s]"
                                                .formatted(
                                                        Numbers.value(mean.low()),
                                                        Numbers.value(mean.high())),
                                Numbers.value(chance.mean()),
                                beyond,
                                Numbers.count(networks.size(), "seed", "seeds"));
        String groups =
                shown.division().name().equals("class")
                        ? "classes"
                        : "levels of " + shown.division().name();
        return 2 * beyond > networks.size()
                ? "%s: the branches of %s prefer different %s (they differ by %s)."
                        .formatted(variant.name(), shown.layer().layer().layer(), groups, numbers)
                : "%s: the branches of %s prefer no different %s beyond chance (they differ by %s)."
                        .formatted(variant.name(), shown.layer().layer().layer(), groups, numbers);
    }

    Legend legend() {
        Selectivity.Seen shown = networks.get(0);
        List<Legend.Key> keys = new ArrayList<>();
        for (int b = 0; b < shown.layer().layer().assignment().branches().size(); b++) {
            keys.add(Legend.Key.area(shown.layer().name(b), Fill.solid(shown.layer().color(b))));
        }
        keys.add(
                Legend.Key.ramp(
                        "response less the mean, from \u2212%s over 0 to %s sd"
                                .formatted(Numbers.value(ramp.high()), Numbers.value(ramp.high())),
                        ramp));
        return new Legend(keys);
    }

    Caption caption(Findings findings) {
        Selectivity.Seen shown = networks.get(0);
        int units = shown.profiles().units().length;
        return new Caption(
                "A row is a unit, a column a group of samples; rows of a branch are ordered by the group"
                        + " that they prefer, in both maps alike. The line in the histogram is how far"
                        + " the branches' mean responses lie apart.",
                "Ordering by preference draws a diagonal even into noise: compare with the map of"
                        + " shuffled labels, which is ordered alike. A preference says nothing of what"
                        + " a branch is needed for. Dealing units anew is right of the first layer of"
                        + " a branch alone.",
                "%s, %s; %s; %s; %d shuffles"
                        .formatted(
                                findings.dataset(),
                                Numbers.count(
                                        shown.profiles().samples().length, "sample", "samples"),
                                Numbers.count(units, "unit", "units"),
                                Numbers.count(networks.size(), "seed", "seeds"),
                                shown.dealt().shuffles().length));
    }
}
