package dev.ramify.core.statistics;

import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.metric.TrainingTest.Scale;
import dev.ramify.api.random.Seed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes metrics over the seeds of a variant: the seed is the replicate. Adjusted p values are
 * corrected over the subjects of a metric in a layer, not yet over a study: see {@link
 * StudyCorrection}. Thread-safe.
 */
public final class SeedSummaries {

    @Inject
    public SeedSummaries() {}

    /**
     * Summarize what several networks kept, in order of first appearance.
     *
     * @param networks for each seed, all that the evaluations of one network kept
     * @param before for each of the same seeds, the same before training; empty where nothing was
     *     measured before training
     * @param seed the source of randomness of the tests
     */
    public List<Summary> summarize(
            List<List<NullDraws>> networks, List<List<NullDraws>> before, Seed seed) {
        Map<Key, Pairs> groups = new LinkedHashMap<>();
        collect(networks, groups, networks.size(), true);
        collect(before, groups, networks.size(), false);
        groups.values().removeIf(pairs -> pairs.trained().isEmpty());
        Map<Question, List<Pairs>> questions = new LinkedHashMap<>();
        groups.forEach(
                (key, pairs) ->
                        questions
                                .computeIfAbsent(
                                        new Question(key.metric(), key.layer()),
                                        question -> new ArrayList<>())
                                .add(pairs));
        Map<Pairs, Summary> summaries = new LinkedHashMap<>();
        questions.values().forEach(question -> summarize(question, seed, summaries));
        return groups.values().stream().map(summaries::get).map(Objects::requireNonNull).toList();
    }

    private static void collect(
            List<List<NullDraws>> networks, Map<Key, Pairs> groups, int seeds, boolean trained) {
        for (int s = 0; s < networks.size(); s++) {
            for (NullDraws each : networks.get(s)) {
                Key key = new Key(each.metric(), each.layer(), each.subject());
                Pairs pairs = groups.computeIfAbsent(key, k -> new Pairs(k, seeds));
                (trained ? pairs.after : pairs.before)[s] = each;
            }
        }
    }

    /** Summarize all subjects of one metric in one layer, which are corrected over each other. */
    private static void summarize(List<Pairs> question, Seed seed, Map<Pairs, Summary> into) {
        List<@Nullable ChanceTest> chance = chance(question, seed);
        List<@Nullable TrainingTest> training = training(question, seed);
        for (int i = 0; i < question.size(); i++) {
            into.put(question.get(i), question.get(i).summary(chance.get(i), training.get(i)));
        }
    }

    private static List<@Nullable ChanceTest> chance(List<Pairs> question, Seed seed) {
        List<@Nullable ChanceTest> tests = new ArrayList<>();
        for (Pairs each : question) {
            List<NullDraws> networks = each.trained();
            if (!networks.stream().allMatch(NullDraws::isTested)) {
                tests.add(null);
                continue;
            }
            double p = new StratifiedTest(networks).p(seed.derive(each.key.toString()).generator());
            double[] own = networks.stream().mapToDouble(SeedSummaries::own).toArray();
            tests.add(
                    new ChanceTest(
                            networks.get(0).model(),
                            networks.stream().anyMatch(NullDraws::assumesIndependentUnits),
                            own.length == 1 ? Math.min(p, own[0]) : p,
                            null,
                            PartialConjunction.atLeast(own, ClaimRule.SIGNIFICANCE)));
        }
        return WithinQuestion.chance(
                question.stream().map(Pairs::isWhole).toList(), tests, owns(question));
    }

    /** Return the corrected p of the only network; {@code NaN} where there are several. */
    private static List<Double> owns(List<Pairs> question) {
        return question.stream()
                .map(
                        each ->
                                each.trained().size() == 1
                                        ? Double.valueOf(own(each.trained().get(0)))
                                        : Double.valueOf(Double.NaN))
                .toList();
    }

    private static double own(NullDraws network) {
        Double p = network.pAdjusted();
        return p == null ? 1 : p;
    }

    private static List<@Nullable TrainingTest> training(List<Pairs> question, Seed seed) {
        int seeds = question.get(0).after.length;
        List<@Nullable TrainingTest> tests = new ArrayList<>();
        List<double[]> aligned = new ArrayList<>();
        SignFlips flips =
                SignFlips.of(
                        seeds,
                        seed.derive("signs").derive(question.get(0).key.layer()).generator());
        for (Pairs each : question) {
            TrainingTest test = each.training(seed);
            tests.add(test);
            aligned.add(test == null ? new double[seeds] : each.gains(test.scale()));
        }
        boolean twoSided = question.get(0).trained().get(0).tail() == Tail.TWO_SIDED;
        return WithinQuestion.training(
                question.stream().map(Pairs::isWhole).toList(),
                tests,
                aligned,
                new SignFlipTest(flips, twoSided));
    }

    private record Key(String metric, String layer, Subject subject) {}

    private record Question(String metric, String layer) {}

    /** One value in all networks, before and after training; null where a network has none. */
    private static final class Pairs {

        private final Key key;
        private final @Nullable NullDraws[] after;
        private final @Nullable NullDraws[] before;

        Pairs(Key key, int seeds) {
            this.key = key;
            this.after = new NullDraws[seeds];
            this.before = new NullDraws[seeds];
        }

        boolean isWhole() {
            return key.subject().parts().isEmpty();
        }

        List<NullDraws> trained() {
            List<NullDraws> found = new ArrayList<>();
            for (NullDraws each : after) {
                if (each != null) {
                    found.add(each);
                }
            }
            return found;
        }

        Summary summary(@Nullable ChanceTest chance, @Nullable TrainingTest training) {
            List<NullDraws> group = trained();
            List<Double> effects =
                    group.stream().map(NullDraws::effect).filter(Objects::nonNull).toList();
            boolean sized = effects.size() == group.size();
            double[] nullMeans =
                    group.stream().mapToDouble(each -> each.comparison().mean()).toArray();
            return new Summary(
                    key.metric(),
                    key.layer(),
                    key.subject(),
                    group.size(),
                    group.stream().mapToDouble(NullDraws::value).average().orElseThrow(),
                    chance == null ? Double.NaN : new Mean().evaluate(nullMeans),
                    ceiling(group),
                    sized ? effects : List.of(),
                    chance,
                    training);
        }

        /** Compare with the same networks before training; null where no seed has both values. */
        @Nullable TrainingTest training(Seed seed) {
            Scale scale = sized() ? Scale.EFFECT : Scale.VALUE;
            double[] gains = new double[after.length];
            int count = 0;
            for (int s = 0; s < after.length; s++) {
                double gain = gain(s, scale);
                if (Double.isFinite(gain)) {
                    gains[count++] = gain;
                }
            }
            if (count == 0) {
                return null;
            }
            double[] paired = java.util.Arrays.copyOf(gains, count);
            boolean twoSided = trained().get(0).tail() == Tail.TWO_SIDED;
            SignFlipTest test =
                    new SignFlipTest(
                            SignFlips.of(count, seed.derive("signs of " + key).generator()),
                            twoSided);
            return new TrainingTest(
                    scale,
                    java.util.Arrays.stream(paired).boxed().toList(),
                    new Mean().evaluate(paired),
                    test.interval(paired, ClaimRule.SIGNIFICANCE),
                    test.p(paired),
                    test.floor(),
                    null);
        }

        /** Return the gain of each seed, 0 where it has none. */
        double[] gains(Scale scale) {
            double[] gains = new double[after.length];
            for (int s = 0; s < gains.length; s++) {
                double gain = gain(s, scale);
                gains[s] = Double.isFinite(gain) ? gain : 0;
            }
            return gains;
        }

        /** Tell whether every pair has an effect on both sides. */
        private boolean sized() {
            for (int s = 0; s < after.length; s++) {
                if (after[s] != null
                        && before[s] != null
                        && (after[s].effect() == null || before[s].effect() == null)) {
                    return false;
                }
            }
            return true;
        }

        private double gain(int s, Scale scale) {
            NullDraws trained = after[s];
            NullDraws untrained = before[s];
            if (trained == null
                    || untrained == null
                    || !trained.isTested()
                    || !untrained.isTested()) {
                return Double.NaN;
            }
            if (scale == Scale.VALUE) {
                return trained.excess() - untrained.excess();
            }
            Double effect = trained.effect();
            Double start = untrained.effect();
            return effect == null || start == null ? Double.NaN : effect - start;
        }

        private static @Nullable Double ceiling(List<NullDraws> group) {
            double sum = 0;
            for (NullDraws each : group) {
                Double ceiling = each.ceiling();
                if (ceiling == null) {
                    return null;
                }
                sum += ceiling;
            }
            return sum / group.size();
        }
    }
}
