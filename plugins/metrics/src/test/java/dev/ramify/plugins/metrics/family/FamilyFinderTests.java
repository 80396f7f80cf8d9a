package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.atIndex;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyFinderTests {

    private static final int SAMPLES = 400;
    private static final Assignment BRANCHES = Inputs.branches(3, 3);

    private final int[] first = IntStream.range(0, SAMPLES).map(i -> i % 2).toArray();
    private final int[] second = IntStream.range(0, SAMPLES).map(i -> i / 2 % 3).toArray();
    private final int[] labels = IntStream.range(0, SAMPLES).map(i -> i / 8 % 4).toArray();

    /**
     * Units: factor 0, factor 1 at level 2, class 3, noise, dead, and a mixture of both factors.
     */
    private final float[][] rows = rows();

    @Test
    void unitsPreferTheFactorThatExplainsMostOfThem() {
        Families families = find(FamilySource.PREFERRED_FACTOR, first, second);
        assertThat(families.names()).containsExactly("factor0", "factor1");
        assertThat(names(families))
                .containsExactly("factor0", "factor1", "none", "none", "none", "factor0");
        assertThat(families.strength()[0]).isBetween(0.75, 0.95);
    }

    @Test
    void unitsPreferALevelOfTheirFactor() {
        Families families = find(FamilySource.PREFERRED_LEVEL, first, second);
        assertThat(names(families))
                .containsExactly(
                        "factor0:level1",
                        "factor1:level2",
                        "none",
                        "none",
                        "none",
                        "factor0:level1");
    }

    @Test
    void unitsPreferAClass() {
        Families families = find(FamilySource.PREFERRED_CLASS, first, second);
        assertThat(families.nameOf(2)).isEqualTo("class3");
        assertThat(families.has(3)).isFalse();
        assertThat(families.has(4)).isFalse();
    }

    @Test
    void withoutAWordFactorsDecideWhereThereAreTwo() {
        assertThat(names(find(FamilySource.PREFERRED, first, second)))
                .isEqualTo(names(find(FamilySource.PREFERRED_FACTOR, first, second)));
    }

    @Test
    void withoutAWordClassesDecideWhereFactorsAreMissing() {
        assertThat(names(find(FamilySource.PREFERRED)))
                .isEqualTo(names(find(FamilySource.PREFERRED_CLASS)))
                .contains("class3");
        assertThat(names(find(FamilySource.PREFERRED, first)))
                .isEqualTo(names(find(FamilySource.PREFERRED_CLASS, first)));
    }

    @Test
    void onlyTheNamedFactorsCount() {
        MetricInput input = Inputs.ofActivations(BRANCHES, rows, labels, first, second, labels);
        FamilyOptions options =
                new FamilyOptions(
                        FamilySource.PREFERRED_FACTOR, List.of("factor1", "factor2"), 0.01, null);
        assertThat(names(FamilyFinder.find(input, options)))
                .containsExactly("none", "factor1", "factor2", "none", "none", "factor1");
    }

    @Test
    void aHigherFloorLeavesWeakPreferencesOut() {
        FamilyOptions options =
                new FamilyOptions(FamilySource.PREFERRED_FACTOR, List.of(), 0.7, null);
        Families families =
                FamilyFinder.find(
                        Inputs.ofActivations(BRANCHES, rows, labels, first, second), options);
        assertThat(families.has(0)).isTrue();
        assertThat(families.has(5)).isFalse();
    }

    @Test
    void clearPreferencesDoNotDependOnTheOrderOfSamplesOrTheSplit() {
        List<String> expected = names(find(FamilySource.PREFERRED_FACTOR, first, second));
        for (long seed = 0; seed < 20; seed++) {
            int[] order = shuffled(seed);
            float[][] reordered =
                    IntStream.of(order).mapToObj(i -> rows[i]).toArray(float[][]::new);
            MetricInput input =
                    Inputs.ofActivations(
                            BRANCHES,
                            reordered,
                            pick(labels, order),
                            pick(first, order),
                            pick(second, order));
            Families families =
                    FamilyFinder.find(
                            Inputs.withSeed(input, seed),
                            FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR));
            // Unit 3 is noise, which passes the floor in both halves once in a while.
            assertThat(names(families))
                    .as("seed %d", seed)
                    .contains(expected.get(0), atIndex(0))
                    .contains(expected.get(1), atIndex(1))
                    .contains(expected.get(4), atIndex(4))
                    .contains(expected.get(5), atIndex(5));
        }
    }

    @Test
    void namesFactorsThatAreNotThere() {
        MetricInput input = Inputs.ofActivations(BRANCHES, rows, labels, first, second);
        FamilyOptions options =
                new FamilyOptions(FamilySource.PREFERRED_FACTOR, List.of("hue"), 0.01, null);
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> FamilyFinder.find(input, options))
                .withMessage("no factor is named [hue]; there are [factor0, factor1]")
                .satisfies(e -> assertThat(e.option()).isEqualTo("factors"));
    }

    @Test
    void saysWhatToDoWithoutFactors() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> find(FamilySource.PREFERRED_FACTOR))
                .withMessage(
                        "no factors of the samples are known; take families: preferred-class or given");
    }

    @Test
    void saysWhatToDoWithOneFactor() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> find(FamilySource.PREFERRED_FACTOR, first))
                .withMessageContaining("found 'factor0' alone; take families: preferred-level");
    }

    @Test
    void needsMoreSamplesThanLevels() {
        MetricInput input =
                Inputs.ofActivations(
                        Inputs.branches(1, 1),
                        new float[4][2],
                        new int[0],
                        new int[] {0, 1, 2, 3},
                        new int[] {0, 1, 0, 1});
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                FamilyFinder.find(
                                        input,
                                        FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR)))
                .withMessage(
                        "'factor0' has 4 levels, so each half of the samples needs at least 5; found 2");
    }

    @Test
    void aTableGoesWithGivenFamiliesOnly() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> FamilyOptions.preferring(FamilySource.GIVEN))
                .withMessageContaining("needs the CSV file");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                new FamilyOptions(
                                        FamilySource.PREFERRED_CLASS,
                                        List.of(),
                                        0,
                                        Path.of("families.csv")))
                .withMessageContaining("only with families: given");
    }

    private Families find(FamilySource source, int[]... levels) {
        return FamilyFinder.find(
                Inputs.ofActivations(BRANCHES, rows, labels, levels),
                FamilyOptions.preferring(source));
    }

    private static List<String> names(Families families) {
        return IntStream.range(0, families.familyOf().length).mapToObj(families::nameOf).toList();
    }

    private float[][] rows() {
        SplittableRandom random = new SplittableRandom(21);
        float[][] made = new float[SAMPLES][6];
        for (int i = 0; i < SAMPLES; i++) {
            made[i][0] = (float) (first[i] + 0.2 * random.nextGaussian());
            made[i][1] = (float) ((second[i] == 2 ? 1 : 0) + 0.2 * random.nextGaussian());
            made[i][2] = (float) ((labels[i] == 3 ? 1 : 0) + 0.2 * random.nextGaussian());
            made[i][3] = (float) random.nextGaussian();
            made[i][4] = 0;
            made[i][5] = (float) (1.2 * first[i] + 0.3 * second[i] + 0.3 * random.nextGaussian());
        }
        return made;
    }

    private static int[] shuffled(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, SAMPLES).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] pick(int[] values, int[] order) {
        return IntStream.of(order).map(i -> values[i]).toArray();
    }
}
