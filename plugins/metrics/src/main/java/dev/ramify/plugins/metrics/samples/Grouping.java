package dev.ramify.plugins.metrics.samples;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A way to divide samples into groups: a factor, or the classes.
 *
 * @param name of the factor
 * @param levels names of the groups
 * @param levelOf the group of every sample
 */
public record Grouping(String name, List<String> levels, int[] levelOf) {

    /** Take the classes. */
    public static Grouping classes(Recording recording) {
        Optional<String> lack = recording.lackOfClasses();
        if (lack.isPresent()) {
            throw new UndefinedMetricException(lack.get());
        }
        return new Grouping("class", recording.classes(), recording.labels());
    }

    /**
     * Take factors by their names, all of them if none is named.
     *
     * @throws InvalidOptionException if a name is not that of a factor
     */
    public static List<Grouping> factors(Recording recording, List<String> names) {
        return factors(recording, names, "");
    }

    /**
     * The same for a metric that can do without factors.
     *
     * @param instead the option that makes it do so, as in {@code by: classes}
     * @throws UndefinedMetricException if there are no factors; it names the option
     */
    public static List<Grouping> factors(Recording recording, List<String> names, String instead) {
        List<String> known = recording.factors().stream().map(Factor::name).toList();
        if (known.isEmpty()) {
            throw new UndefinedMetricException(
                    "no factors of the samples are known"
                            + (instead.isEmpty() ? "" : "; take " + instead));
        }
        requireKnown(names, known);
        List<Grouping> groupings = new ArrayList<>();
        IntStream.range(0, known.size())
                .filter(f -> names.isEmpty() || names.contains(known.get(f)))
                .forEach(
                        f ->
                                groupings.add(
                                        new Grouping(
                                                known.get(f),
                                                recording.factors().get(f).levels(),
                                                recording.levels()[f])));
        return groupings;
    }

    /**
     * Say what speaks against dividing samples by factors, before there are any samples.
     *
     * @param names of the factors that count; all of them if empty
     * @param least number of factors that are needed
     * @param instead the option that makes the metric do without factors; may be empty
     * @throws InvalidOptionException if a name is not that of a factor
     */
    public static Optional<String> lackOfFactors(
            Outlook outlook, List<String> names, int least, String instead) {
        List<String> known = outlook.factorNames();
        if (!known.isEmpty()) {
            requireKnown(names, known);
        }
        int found = names.isEmpty() ? known.size() : names.size();
        if (known.isEmpty() || found < least) {
            return Optional.of(
                    "it needs at least %d known %s, and there %s %d%s"
                            .formatted(
                                    least,
                                    least == 1 ? "factor" : "factors",
                                    found == 1 ? "is" : "are",
                                    known.isEmpty() ? 0 : found,
                                    instead.isEmpty() ? "" : "; take " + instead));
        }
        return Optional.empty();
    }

    /** Say what speaks against dividing samples by their classes, before there are any. */
    public static Optional<String> lackOfClasses(Outlook outlook) {
        return outlook.classes().size() < 2
                ? Optional.of("all images are of one class; at least 2 are needed")
                : Optional.empty();
    }

    private static void requireKnown(List<String> names, List<String> known) {
        List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidOptionException(
                    "factors", "no factor is named %s; there are %s".formatted(unknown, known));
        }
    }

    /** Tell one level from all others: samples that have it are in group 1. */
    public Grouping against(int level) {
        String own = levels.get(level);
        int[] isOwn = Arrays.stream(levelOf).map(each -> each == level ? 1 : 0).toArray();
        return new Grouping(own, List.of("other", own), isOwn);
    }
}
