package dev.ramify.plugins.datasets.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceTests {

    private static final int CLASSES = 4;
    private static final int[] EVEN = IntStream.range(0, 400).map(i -> i % CLASSES).toArray();

    /** 100 images of class 0, 10 of class 1, 1 of class 2, none of class 3. */
    private static final int[] UNEVEN =
            IntStream.range(0, 111).map(i -> i < 100 ? 0 : i < 110 ? 1 : 2).toArray();

    @Test
    void takesEquallyManyOfEveryClass() {
        int[] chosen = Choice.balanced(EVEN, CLASSES, 40, new Seed(1));

        assertThat(countsByClass(EVEN, chosen)).containsExactly(10, 10, 10, 10);
        assertThat(chosen).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void spreadsWhatIsLeftOverDifferentClasses() {
        int[] chosen = Choice.balanced(EVEN, CLASSES, 42, new Seed(1));

        assertThat(countsByClass(EVEN, chosen)).containsExactlyInAnyOrder(10, 10, 11, 11);
    }

    @Test
    void fillsUpFromGreaterClassesWhereOthersRunOut() {
        int[] chosen = Choice.balanced(UNEVEN, CLASSES, 31, new Seed(1));

        assertThat(countsByClass(UNEVEN, chosen)).containsExactly(20, 10, 1, 0);
    }

    @Test
    void takesAllWhereAllAreAskedFor() {
        assertThat(Choice.balanced(UNEVEN, CLASSES, 111, new Seed(1)))
                .containsExactly(IntStream.range(0, 111).toArray());
    }

    @Test
    void growsWithoutDroppingWhatWasChosen() {
        for (long seed = 0; seed < 20; seed++) {
            int[] small = Choice.balanced(EVEN, CLASSES, 30, new Seed(seed));
            int[] great = Choice.balanced(EVEN, CLASSES, 77, new Seed(seed));

            assertThat(great).as("seed %d", seed).contains(small);
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        int[] chosen = Choice.balanced(EVEN, CLASSES, 40, new Seed(1));

        assertThat(Choice.balanced(EVEN, CLASSES, 40, new Seed(1))).isEqualTo(chosen);
        assertThat(Choice.balanced(EVEN, CLASSES, 40, new Seed(2))).isNotEqualTo(chosen);
    }

    @Test
    void choosesEveryImageEquallyOften() {
        int[] timesChosen = new int[EVEN.length];
        for (long seed = 0; seed < 1000; seed++) {
            for (int index : Choice.balanced(EVEN, CLASSES, 100, new Seed(seed))) {
                timesChosen[index]++;
            }
        }
        // Binomial with mean 250 and deviation 13.7: six deviations either way.
        assertThat(Arrays.stream(timesChosen).boxed())
                .allMatch(times -> times > 168 && times < 332);
    }

    @Test
    void holdsOutTheSameFractionOfEveryClass() {
        int[] held = Choice.stratified(UNEVEN, CLASSES, 0.2, new Seed(1));

        assertThat(countsByClass(UNEVEN, held)).containsExactly(20, 2, 0, 0);
    }

    @Test
    void holdsOutAtLeastOneImageOfAClassThatHasTwo() {
        int[] labels = {0, 0, 1, 1};

        assertThat(countsByClass(labels, Choice.stratified(labels, 2, 0.01, new Seed(1))))
                .containsExactly(1, 1);
        assertThat(countsByClass(labels, Choice.stratified(labels, 2, 0.99, new Seed(1))))
                .containsExactly(1, 1);
    }

    @Test
    void othersAreAllThatWereNotChosen() {
        assertThat(Choice.others(6, new int[] {0, 3, 5})).containsExactly(1, 2, 4);
        assertThat(Choice.others(3, new int[] {})).containsExactly(0, 1, 2);
    }

    private static int[] countsByClass(int[] labels, int[] chosen) {
        int[] counts = new int[Arrays.stream(labels).max().orElse(0) == 1 ? 2 : CLASSES];
        for (int index : chosen) {
            counts[labels[index]]++;
        }
        return counts;
    }
}
