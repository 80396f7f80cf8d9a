package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InputTests {

    private static final Shape SHAPE = new Shape(2, 3, 4);
    private static final Seed EPOCH = new Seed(11);

    private final FakeExamples examples = FakeExamples.of(SHAPE, 200);

    @Test
    void imagesAreAsTheyAreWithoutAugmentation() {
        assertThat(read(input(Augmentation.NONE), 3, EPOCH)).containsExactly(examples.image(3));
    }

    @Test
    void anImageAndItsTargetGoToTheirPlaceInTheBatch() {
        float[] images = new float[3 * SHAPE.size()];
        int[] labels = {7, 7, 7};

        input(Augmentation.NONE).read(examples, 5, EPOCH, images, labels, 1);

        assertThat(Arrays.copyOfRange(images, SHAPE.size(), 2 * SHAPE.size()))
                .containsExactly(examples.image(5));
        assertThat(Arrays.copyOf(images, SHAPE.size())).containsOnly(0);
        assertThat(labels).containsExactly(7, 1, 7);
    }

    @Test
    void aFlipMirrorsAboutHalfOfTheImages() {
        Input input = input(new Augmentation(0, true));
        int mirrored = 0;
        for (int i = 0; i < examples.size(); i++) {
            float[] image = read(input, i, EPOCH);
            boolean same = Arrays.equals(image, examples.image(i));
            assertThat(same || Arrays.equals(image, moved(examples.image(i), 0, 0, true))).isTrue();
            mirrored += same ? 0 : 1;
        }
        // 200 fair coins: 4 standard deviations around 100.
        assertThat(mirrored).isBetween(72, 128);
    }

    @Test
    void aCropShiftsByEveryDistanceAndFillsWithTheMean() {
        Input input = input(new Augmentation(1, false));
        Set<String> shifts = new HashSet<>();
        for (int i = 0; i < examples.size(); i++) {
            float[] image = read(input, i, EPOCH);
            String found = "";
            for (int down = -1; down <= 1; down++) {
                for (int right = -1; right <= 1; right++) {
                    if (Arrays.equals(image, moved(examples.image(i), down, right, false))) {
                        found = down + "," + right;
                    }
                }
            }
            assertThat(found).as("image %d", i).isNotEmpty();
            shifts.add(found);
        }
        assertThat(shifts).hasSize(9);
    }

    @Test
    void changesFollowFromTheEpochAndTheImageAlone() {
        Input input = input(new Augmentation(1, true));
        read(input, 4, EPOCH);

        assertThat(read(input, 8, EPOCH)).containsExactly(read(input, 8, EPOCH));
        long changed = 0;
        for (int i = 0; i < 20; i++) {
            changed += Arrays.equals(read(input, i, EPOCH), read(input, i, new Seed(12))) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(10);
    }

    @Test
    void aPlainInputChangesNothing() {
        Input plain = input(new Augmentation(1, true)).plain();

        for (int i = 0; i < 20; i++) {
            assertThat(read(plain, i, EPOCH)).containsExactly(examples.image(i));
        }
    }

    private Input input(Augmentation augmentation) {
        return new Input(
                SHAPE, Standardization.none(SHAPE), augmentation, Targets.classes(examples));
    }

    private float[] read(Input input, int index, Seed epoch) {
        float[] image = new float[SHAPE.size()];
        input.read(examples, index, epoch, image, new int[1], 0);
        return image;
    }

    /** Shift and mirror an image, pixel by pixel. */
    private static float[] moved(float[] image, int down, int right, boolean mirrored) {
        float[] moved = new float[image.length];
        for (int c = 0; c < SHAPE.channels(); c++) {
            for (int y = 0; y < SHAPE.height(); y++) {
                for (int x = 0; x < SHAPE.width(); x++) {
                    int row = y + down;
                    int column = (mirrored ? SHAPE.width() - 1 - x : x) + right;
                    boolean inside =
                            row >= 0
                                    && row < SHAPE.height()
                                    && column >= 0
                                    && column < SHAPE.width();
                    moved[(c * SHAPE.height() + y) * SHAPE.width() + x] =
                            inside ? image[(c * SHAPE.height() + row) * SHAPE.width() + column] : 0;
                }
            }
        }
        return moved;
    }
}
