package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.plugins.metrics.samples.GroupMoments;
import dev.ramify.plugins.metrics.samples.Grouping;
import dev.ramify.plugins.metrics.samples.Halves;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the family of every unit.
 *
 * <p>Preferences are cross-fitted: what a unit prefers must come first in both of two halves of the
 * samples and explain at least the floor of its variance in each, else the unit has no family. So
 * noise is not mistaken for a preference, and units near a tie between two preferences are left out
 * rather than dealt at random.
 *
 * <p>Families that the units came with take the place of preferred factors, the default.
 */
final class FamilyFinder {

    private FamilyFinder() {}

    static Families find(MetricInput input, FamilyOptions options) {
        Optional<List<String>> given = input.layer().families();
        FamilySource source = options.source(input.recording().factors().size());
        boolean preferred =
                source == FamilySource.PREFERRED_FACTOR
                        || options.families() == FamilySource.PREFERRED;
        if (preferred && given.isPresent()) {
            return Families.given(given.get());
        }
        return switch (source) {
            case GIVEN ->
                    FamilyTable.read(Objects.requireNonNull(options.table()))
                            .familiesOf(input.layer().layer(), input.layer().assignment().units());
            case PREFERRED_CLASS ->
                    preferred(input, List.of(Grouping.classes(input.recording())), options, source);
            case PREFERRED_LEVEL, PREFERRED_FACTOR, PREFERRED -> {
                List<Grouping> factors =
                        Grouping.factors(
                                input.recording(),
                                options.factors(),
                                "families: preferred-class or given");
                if (source == FamilySource.PREFERRED_FACTOR && factors.size() < 2) {
                    throw new UndefinedMetricException(
                            "preferred factors need at least 2 factors, found '%s' alone; take families: preferred-level"
                                    .formatted(factors.get(0).name()));
                }
                yield preferred(input, factors, options, source);
            }
        };
    }

    private static Families preferred(
            MetricInput input,
            List<Grouping> groupings,
            FamilyOptions options,
            FamilySource source) {
        var activations = input.layer().activations();
        Halves halves = Halves.of(input.recording(), activations.samples(), input.seed());
        GroupMoments moments = GroupMoments.of(activations, halves, groupings);
        moments.requireEnoughSamples();
        boolean byLevel = source != FamilySource.PREFERRED_FACTOR;
        List<String> names = names(groupings, source);
        int[] familyOf = new int[activations.units()];
        double[] strength = new double[familyOf.length];
        boolean[] live = moments.live();
        for (int unit = 0; unit < familyOf.length; unit++) {
            int one = bestGrouping(moments, 0, unit, groupings.size());
            int other = bestGrouping(moments, 1, unit, groupings.size());
            strength[unit] =
                    Math.min(
                            moments.omegaSquared(0, one, unit), moments.omegaSquared(1, one, unit));
            boolean confirmed =
                    one == other
                            && strength[unit] > 0
                            && strength[unit] >= options.floor()
                            && live[unit];
            familyOf[unit] =
                    !confirmed
                            ? Families.NONE
                            : byLevel ? level(moments, one, unit, groupings) : one;
        }
        return Families.of(names, familyOf, strength);
    }

    private static List<String> names(List<Grouping> groupings, FamilySource source) {
        List<String> names = new ArrayList<>();
        for (Grouping grouping : groupings) {
            switch (source) {
                case PREFERRED_CLASS -> names.addAll(grouping.levels());
                case PREFERRED_LEVEL ->
                        grouping.levels()
                                .forEach(level -> names.add(grouping.name() + ":" + level));
                default -> names.add(grouping.name());
            }
        }
        return names;
    }

    private static int bestGrouping(GroupMoments moments, int half, int unit, int groupings) {
        int best = 0;
        for (int g = 1; g < groupings; g++) {
            if (moments.omegaSquared(half, g, unit) > moments.omegaSquared(half, best, unit)) {
                best = g;
            }
        }
        return best;
    }

    /** Number the levels of all groupings through; none where the halves disagree on the level. */
    private static int level(
            GroupMoments moments, int grouping, int unit, List<Grouping> groupings) {
        int level = moments.strongestGroup(0, grouping, unit);
        if (level != moments.strongestGroup(1, grouping, unit)) {
            return Families.NONE;
        }
        int before = 0;
        for (int g = 0; g < grouping; g++) {
            before += groupings.get(g).levels().size();
        }
        return before + level;
    }
}
