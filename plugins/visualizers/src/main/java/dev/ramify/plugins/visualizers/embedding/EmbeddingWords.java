package dev.ramify.plugins.visualizers.embedding;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.units.Dealt;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the map of a variant's units says in words. */
final class EmbeddingWords {

    private static final double ALPHA = 0.05;

    private final VariantFindings variant;
    private final UnitMap map;
    private final List<Dealt> seeds;
    private final Optional<Dealt> untrained;

    EmbeddingWords(
            VariantFindings variant, UnitMap map, List<Dealt> seeds, Optional<Dealt> untrained) {
        this.variant = variant;
        this.map = map;
        this.seeds = seeds;
        this.untrained = untrained;
    }

    String title() {
        SeenLayer seen = map.seen();
        OverSeeds mean = OverSeeds.of(seeds.stream().mapToDouble(Dealt::value).toArray());
        long apart = seeds.stream().filter(each -> each.p() <= ALPHA).count();
        String numbers =
                "1 \u2212 r\u00b2 greater by %s%s, p \u2264 .05 in %d of %s"
                        .formatted(
                                Numbers.value(mean.mean()),
                                mean.seeds() < 2
                                        ? ""
                                        : " [%s, %s]"
                                                .formatted(
                                                        Numbers.value(mean.low()),
                                                        Numbers.value(mean.high())),
                                apart,
                                Numbers.count(seeds.size(), "seed", "seeds"));
        String before =
                untrained
                        .map(each -> "; before training " + Numbers.value(each.value()))
                        .orElse("");
        String what = variant.name() + ": units of different branches of " + seen.layer().layer();
        return 2 * apart > seeds.size()
                ? "%s respond less alike than units of one branch (%s%s)."
                        .formatted(what, numbers, before)
                : "%s respond as alike as units of one branch, as far as chance allows to say (%s%s)."
                        .formatted(what, numbers, before);
    }

    Legend legend() {
        List<Legend.Key> keys = new ArrayList<>();
        SeenLayer seen = map.seen();
        for (int branch = 0; branch < seen.layer().assignment().branches().size(); branch++) {
            keys.add(
                    Legend.Key.point(
                            seen.name(branch), seen.glyph(branch), seen.color(branch), false));
        }
        return new Legend(keys);
    }

    Caption caption(Findings findings) {
        int units = map.profiles().units().length;
        int dead = map.seen().layer().assignment().units() - units;
        return new Caption(
                "Each mark is a unit; units that respond to the same images, in the same or in opposite ways, lie together. Dashed lines"
                        + " hold the four fifths of a branch that are nearest to its middle.",
                "Distances between far groups, and their sizes, mean nothing on such a map; noise can"
                        + " look clumped. The numbers are computed from activations, not from the map."
                        + " Dealing units anew asks what is right of the first layer of a branch:"
                        + " deeper layers differ before training, too, so compare with that panel.",
                "%s, %s; %s, %s; %s; %d shuffles; %s"
                        .formatted(
                                findings.dataset(),
                                Numbers.count(map.profiles().samples().length, "sample", "samples"),
                                Numbers.count(units, "unit", "units"),
                                dead == 0 ? "none left out" : dead + " that never vary left out",
                                Numbers.count(seeds.size(), "seed", "seeds"),
                                seeds.get(0).shuffles().length,
                                map.trust()));
    }
}
