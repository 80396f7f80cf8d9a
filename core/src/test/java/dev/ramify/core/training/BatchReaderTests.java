package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BatchReaderTests {

    private static final Shape SHAPE = new Shape(1, 2, 2);
    private static final int[] ORDER = {4, 0, 3, 1, 2};

    /** Images that are filled with their own number, one of which may be torn. */
    private record Numbered(int size, int torn) implements Examples {

        @Override
        public int label(int index) {
            return index;
        }

        @Override
        public int level(int index, int factor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(int index, float[] into, int offset) {
            if (index == torn) {
                throw new IllegalArgumentException("image %d is torn".formatted(index));
            }
            Arrays.fill(into, offset, offset + SHAPE.size(), index);
        }
    }

    private static BatchReader reader(int torn) {
        Input input =
                new Input(
                        SHAPE,
                        Standardization.none(SHAPE),
                        Augmentation.NONE,
                        new Targets.Classes(5));
        return new BatchReader(input, new Numbered(5, torn), ORDER, new Seed(1), 2);
    }

    private static void assertBatch(BatchReader.Batch batch, int... numbers) {
        assertThat(batch.count()).isEqualTo(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(batch.targets()[i]).isEqualTo(numbers[i]);
            assertThat(batch.images()[i * SHAPE.size() + 3]).isEqualTo(numbers[i]);
        }
    }

    @Test
    void batchesFollowTheOrderAndTheLastMayBeSmaller() {
        try (BatchReader reader = reader(-1)) {
            assertBatch(reader.take(), 4, 0);
            assertBatch(reader.take(), 3, 1);
            assertBatch(reader.take(), 2);
        }
    }

    @Test
    void aFailureToReadReachesTheOneWhoTrains() {
        try (BatchReader reader = reader(1)) {
            assertBatch(reader.take(), 4, 0);
            assertThatThrownBy(reader::take)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("image 1 is torn");
        }
    }
}
