package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.filters.FilterProperty.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a branch what it has more or less of than a random branch of its size. */
final class BranchWords {

    private static final double NOTABLE = 2;
    private static final int LONGEST = 62;

    private final NetworkFilters network;
    private final int branch;
    private final boolean divided;

    BranchWords(NetworkFilters network, int branch, boolean divided) {
        this.network = network;
        this.branch = branch;
        this.divided = divided;
    }

    String plainName() {
        String name = network.layer().assignment().branches().get(branch);
        return name.isEmpty() ? "trunk" : name;
    }

    String name() {
        int units = network.units(branch).size();
        long dead = network.units(branch).stream().filter(network::isDead).count();
        return plainName()
                + ", "
                + BranchRow.filters(units)
                + (dead > 0 ? " (%d dead)".formatted(dead) : "");
    }

    /** Name how the branch differs from a random one by more than two standard deviations. */
    String character() {
        if (!divided) {
            return "not divided";
        }
        List<String> words = new ArrayList<>();
        add(words, network.colour(), "less colour", "more colour");
        add(words, network.frequency(), "lower frequency", "higher frequency");
        return words.isEmpty()
                ? "like a random branch"
                : Names.and(words) + " than a random branch";
    }

    private void add(List<String> words, FilterProperty property, String less, String more) {
        double z = compare(property).z();
        if (Math.abs(z) >= NOTABLE && Double.isFinite(z)) {
            words.add(z < 0 ? less : more);
        }
    }

    /** Write {@code colour index .71}. */
    String mean(FilterProperty property) {
        return "%s %s %s"
                .formatted(
                        property.label(), Numbers.value(compare(property).mean()), property.unit())
                .trim();
    }

    /** Write {@code random branch .52 ± .04}; empty where there is no other division. */
    String chance(FilterProperty property) {
        Comparison comparison = compare(property);
        return divided && Double.isFinite(comparison.chanceSd())
                ? "random branch %s \u00b1 %s"
                        .formatted(
                                Numbers.value(comparison.chanceMean()),
                                Numbers.value(comparison.chanceSd()))
                : "";
    }

    /** Quote the measurement of this branch that is least likely by chance, if it is unlikely. */
    String evidence() {
        Measurement best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Measurement each : network.measurements()) {
            Double p = each.defined().map(BranchWords::p).orElse(null);
            boolean mine = plainName().equals(each.subject().parts().get(Subject.BRANCH));
            if (mine && p != null && p <= Claim.LEVEL && p < least) {
                best = each;
                least = p;
            }
        }
        return best == null ? "" : quote(best);
    }

    private static String quote(Measurement measurement) {
        Defined value = measurement.defined().orElseThrow();
        String about =
                measurement.subject().parts().entrySet().stream()
                        .filter(part -> !part.getKey().equals(Subject.BRANCH))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(", "));
        String what = about.isEmpty() ? measurement.metric() : "took " + about;
        String phrase = value.phrase().isEmpty() ? Numbers.value(value.value()) : value.phrase();
        String p = ", " + Numbers.p(p(value));
        String text = what + ": " + phrase;
        int room = LONGEST - p.length();
        return (text.length() > room ? text.substring(0, room - 1) + "\u2026" : text) + p;
    }

    String description() {
        return "%s: %s; %s (%s); %s (%s)."
                .formatted(
                        name(),
                        character(),
                        mean(network.colour()),
                        chance(network.colour()),
                        mean(network.frequency()),
                        chance(network.frequency()));
    }

    private Comparison compare(FilterProperty property) {
        return property.compare(network.layer().assignment().unitsOf(branch));
    }

    private static @Nullable Double p(Defined value) {
        return value.pAdjusted() == null ? value.p() : value.pAdjusted();
    }
}
