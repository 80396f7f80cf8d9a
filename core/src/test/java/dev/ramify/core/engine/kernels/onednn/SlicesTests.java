package dev.ramify.core.engine.kernels.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.dnnl.memory;
import org.junit.jupiter.api.Test;

class SlicesTests {

    @Test
    void fewValuesAreOnePiece() {
        Slices slices = Slices.of(Formats.blocked(8, 6, 16, 4, 4), 100_000);

        assertThat(slices.count()).isEqualTo(1);
        assertThat(slices.floats()).isEqualTo(6 * 16 * 16);
    }

    @Test
    void samplesAreDividedEvenly() {
        // Four samples would fit, but three divide six.
        Slices slices = Slices.of(Formats.blocked(8, 6, 16, 4, 4), 4 * 16 * 16);

        assertThat(slices.count()).isEqualTo(2);
        assertThat(slices.parts()).isEqualTo(1);
        assertThat(slices.floats()).isEqualTo(3 * 16 * 16);
    }

    @Test
    void aLargeSampleIsCutBetweenBlocksOfChannels() {
        Slices slices = Slices.of(Formats.blocked(8, 3, 32, 4, 4), 2 * 8 * 16);

        assertThat(slices.count()).isEqualTo(6);
        assertThat(slices.parts()).isEqualTo(2);
        assertThat(slices.channels()).isEqualTo(16);
        assertThat(slices.floats()).isEqualTo(16 * 16);
    }

    @Test
    void aLargeSampleOutsideBlocksStaysWhole() {
        Slices slices = Slices.of(Dnn.plain(3, 32, 4, 4), 10);

        assertThat(slices.count()).isEqualTo(3);
        assertThat(slices.channels()).isEqualTo(32);
    }

    @Test
    void anUnknownOrderStaysWhole() {
        memory.desc strided = Dnn.strided(new long[] {4, 2, 3, 3}, new long[] {40, 20, 3, 1});

        assertThat(Slices.of(strided, 10).count()).isEqualTo(1);
    }
}
