package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Recording;
import dev.ramify.plugins.metrics.samples.Grouping;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Something that a probe is to tell: the levels of a factor, or a class against all others.
 *
 * @param name of the factor or class
 * @param levels number of levels
 * @param levelOf the level of every sample
 */
record Target(String name, int levels, int[] levelOf) {

    static List<Target> of(Recording recording, ProbeOptions options) {
        if (options.targets(recording.factors().size()) == ProbeTargets.FACTORS) {
            return Grouping.factors(recording, options.factors(), "targets: classes").stream()
                    .map(Target::of)
                    .toList();
        }
        Grouping classes = Grouping.classes(recording);
        return IntStream.range(0, classes.levels().size())
                .mapToObj(classes::against)
                .map(Target::of)
                .toList();
    }

    private static Target of(Grouping grouping) {
        return new Target(grouping.name(), grouping.levels().size(), grouping.levelOf());
    }

    /**
     * Check that no target is constant in a held-out fold's training samples: nothing could be
     * learned there.
     *
     * @throws UndefinedMetricException if one is
     */
    static void requireInEveryTraining(List<Target> targets, Folds folds) {
        for (Target target : targets) {
            for (int fold = 0; fold < folds.count(); fold++) {
                int held = fold;
                long found =
                        IntStream.range(0, target.levelOf.length)
                                .filter(sample -> folds.foldOf()[sample] != held)
                                .map(sample -> target.levelOf[sample])
                                .distinct()
                                .limit(2)
                                .count();
                if (found < 2) {
                    throw new UndefinedMetricException(
                            "'%s' has a single level in %d of %d folds; every level needs samples in several folds"
                                    .formatted(target.name, folds.count() - 1, folds.count()));
                }
            }
        }
    }

    /** Give every sample the level of another one. */
    Target shuffled(Seed seed) {
        RandomGenerator random = seed.derive("control").derive(name).generator();
        int[] shuffled = levelOf.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return new Target(name, levels, shuffled);
    }
}
