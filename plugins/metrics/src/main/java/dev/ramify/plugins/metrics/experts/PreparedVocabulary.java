package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The share of words beside its floor.
 *
 * @param found of the router
 * @param floor the mean over shuffles of what chance gives
 * @param weightedFloor the same with ids counting by their samples
 */
record PreparedVocabulary(Vocabulary.Shares found, double floor, double weightedFloor)
        implements PreparedMetric {

    static PreparedVocabulary of(
            Vocabulary vocabulary, int[] ids, VocabularyOptions options, RandomGenerator random) {
        Vocabulary.Shares found = vocabulary.shares(ids, options.least());
        double floor = 0;
        double weighted = 0;
        int[] dealt = ids.clone();
        for (int shuffle = 0; shuffle < options.shuffles(); shuffle++) {
            deal(dealt, random);
            Vocabulary.Shares chance = vocabulary.shares(dealt, options.least());
            floor += chance.mean() / options.shuffles();
            weighted += chance.weighted() / options.shuffles();
        }
        return new PreparedVocabulary(found, floor, weighted);
    }

    private static void deal(int[] ids, RandomGenerator random) {
        for (int i = ids.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = ids[i];
            ids[i] = ids[j];
            ids[j] = swap;
        }
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {found.mean()};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "%d ids, floor %s".formatted(found.ids(), Print.twoDecimals(floor));
    }

    @Override
    public List<Description> descriptions() {
        return List.of(
                property("floor", floor),
                property("above-floor", (found.mean() - floor) / (1 - floor)),
                property("weighted", found.weighted()),
                property("weighted-floor", weightedFloor));
    }

    private static Description property(String name, double value) {
        return new Description(Subject.layer().and(Subject.PROPERTY, name), value);
    }
}
