package dev.ramify.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NpyArrayConversionTests {

    @Test
    void arraysWithTheFirstDimensionFastestAreTurned() {
        // numpy.asfortranarray(numpy.arange(12).reshape(2, 3, 2)).tobytes('A')
        byte[] stored = {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11};
        NpyHeader header = new NpyHeader(new NpyType("|u1", 1), List.of(2L, 3L, 2L), true);
        assertThat(new NpyArray(header, stored).wholes())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }
}
