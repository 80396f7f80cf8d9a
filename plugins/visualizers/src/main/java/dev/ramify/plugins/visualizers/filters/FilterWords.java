package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.ClaimText;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Title, legend and caption of a variant's filter grid. */
final class FilterWords {

    private static final String READING =
            "Each tile is a filter: grey is zero, and colours are the pixels that excite it, on one"
                    + " scale for all filters of a network. Branches stand from the most to the least"
                    + " colourful, filters within them by colour index and then from coarse to fine."
                    + " Under each branch: its filters as ticks over the whole layer in grey, and its"
                    + " mean beside the range that holds 95 % of random branches of its size. A"
                    + " branch is called more or less than random beyond two standard deviations.";

    private final VariantFindings variant;
    private final List<NetworkFilters> networks;
    private final List<Summary> asked;
    private final List<Claim> claims;

    FilterWords(VariantFindings variant, List<NetworkFilters> networks, String metric) {
        this.variant = variant;
        this.networks = networks;
        String layer = networks.get(0).layer().layer();
        this.asked = isAbout(metric, layer, variant.summaries().stream());
        this.claims =
                variant.verdict().claims().stream()
                        .filter(each -> each.metric().equals(metric) && each.layer().equals(layer))
                        .toList();
    }

    private static List<Summary> isAbout(String metric, String layer, Stream<Summary> summaries) {
        return summaries
                .filter(each -> each.metric().equals(metric) && each.layer().equals(layer))
                .toList();
    }

    String title() {
        NetworkFilters first = networks.get(0);
        String layer = first.layer().layer();
        if (!isDivided()) {
            return "%s: the %s of %s are not divided between branches."
                    .formatted(variant.name(), BranchRow.filters(first.bank().units()), layer);
        }
        if (asked.stream().allMatch(each -> each.chance() == null)) {
            return "%s: the filters of %s by branch; their division was not tested."
                    .formatted(variant.name(), layer);
        }
        if (claims.isEmpty()) {
            return "%s: the branches of %s do not divide filters by %s beyond chance (%s)."
                    .formatted(
                            variant.name(),
                            layer,
                            Names.join(asked.stream().map(FilterWords::property).toList(), "or"),
                            Names.join(asked.stream().map(FilterWords::p).toList(), "and"));
        }
        return "%s: the branches of %s divide filters beyond chance by %s."
                .formatted(
                        variant.name(),
                        layer,
                        Names.and(
                                claims.stream()
                                        .map(
                                                each ->
                                                        "%s (%s)"
                                                                .formatted(
                                                                        property(each.summary()),
                                                                        ClaimText.brief(each)))
                                        .toList()));
    }

    /** Write {@code colour: p = .31}, of the test that would reach further, corrected. */
    private static String p(Summary summary) {
        TrainingTest training = summary.training();
        ChanceTest chance = summary.chance();
        Double p =
                training != null && training.pAdjusted() != null
                        ? training.pAdjusted()
                        : chance == null ? null : chance.pAdjusted();
        return property(summary) + ": " + Numbers.p(p);
    }

    Legend legend() {
        List<Legend.Key> keys = new ArrayList<>();
        if (isDivided()) {
            List<String> branches = networks.get(0).layer().assignment().branches();
            for (int b = 0; b < branches.size(); b++) {
                keys.add(
                        Legend.Key.point(
                                branches.get(b), Glyph.ofBranch(b), new Color.Branch(b), false));
            }
            keys.add(
                    Legend.Key.of(
                            "means of 95 % of random branches",
                            new Mark.Line(
                                    List.of(new Position(1, 7), new Position(25, 7)),
                                    Stroke.solid(Tone.CHANCE, 6).faded(0.6),
                                    "")));
        }
        keys.add(Legend.Key.area("whole layer", Fill.faded(Tone.NEUTRAL, 0.22)));
        if (networks.stream().anyMatch(network -> network.dead() > 0)) {
            keys.add(Legend.Key.area("dead: near zero or silent", Fill.hatched(Tone.INK)));
        }
        return new Legend(keys);
    }

    Caption caption(Findings findings) {
        FilterBank bank = networks.get(0).bank();
        String dead =
                networks.get(0).dead() == 0
                        ? "no dead filter"
                        : Numbers.count(networks.get(0).dead(), "dead filter", "dead filters")
                                + " (norm below 5 % of the median, or active on no sample)";
        String small = bank.height() < 5 ? " Filters this small cannot resolve frequency." : "";
        return new Caption(
                READING,
                "A few tiles of one network persuade easily: the claim rests on the test over all"
                        + " seeds, not on the picture. White noise has a colour index of 2/3, so"
                        + " untrained filters look colourful."
                        + small,
                "%s; %s of %d x %d x %d in the first network shown, %s; shown are the first of %s,"
                                .formatted(
                                        findings.dataset(),
                                        BranchRow.filters(bank.units()),
                                        bank.height(),
                                        bank.width(),
                                        bank.channels(),
                                        dead,
                                        Numbers.count(variant.runs().size(), "seed", "seeds"))
                        + " not the clearest. Chance deals the filters of a network to its branches"
                        + " anew (mean and deviation of a branch mean in closed form).");
    }

    private boolean isDivided() {
        return networks.get(0).layer().assignment().branches().size() > 1;
    }

    private static String property(Summary summary) {
        return switch (Names.of(summary.subject())) {
            case FilterProperty.COLOUR -> "colour";
            case FilterProperty.FREQUENCY -> "spatial frequency";
            case "" -> summary.metric();
            default -> Names.of(summary.subject());
        };
    }
}
