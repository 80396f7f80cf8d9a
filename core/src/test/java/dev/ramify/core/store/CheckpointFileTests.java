package dev.ramify.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.core.array.Npz;
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.store.CheckpointFile.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFileTests {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    7,
                    Map.of("b1/conv1:weight", named(1, Float.MIN_VALUE, -0f, 3e38f)),
                    List.of(
                            Map.of("b1/conv1:weight", named(5, 6, 7, 8)),
                            Map.of("b1/conv1:weight", named(9, 10, 11, 12))));

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("checkpoint.npz");
        AtomicFile.write(file, CheckpointFile.of(CHECKPOINT));
    }

    @Test
    void everyBitIsReadAsItWasWritten() {
        Checkpoint read = CheckpointFile.read(file);

        assertThat(read.epoch()).isEqualTo(7);
        assertThat(read.parameters().get("b1/conv1:weight").values())
                .containsExactly(1, Float.MIN_VALUE, -0f, 3e38f);
        assertThat(read.parameters().get("b1/conv1:weight").shape()).isEqualTo(Dimensions.of(2, 2));
    }

    @Test
    void optimizerArraysKeepTheirOrder() {
        List<Map<String, Named>> optimizer = CheckpointFile.read(file).optimizer();

        assertThat(optimizer).hasSize(2);
        assertThat(optimizer.get(0).get("b1/conv1:weight").values()).containsExactly(5, 6, 7, 8);
        assertThat(optimizer.get(1).get("b1/conv1:weight").values()).containsExactly(9, 10, 11, 12);
    }

    @Test
    void aCheckpointThatIsCutOffIsDamaged() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));

        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageStartingWith(
                        file + " is damaged: the zip archive is damaged or cut short");
    }

    @Test
    void aCheckpointWithoutItsEpochIsDamaged() {
        AtomicFile.write(file, out -> Npz.write(out, Map.of()));

        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("there is no array 'epoch'");
    }

    @Test
    void weightsAreWrittenUnderTheirOwnNames() throws Exception {
        AtomicFile.write(file, CheckpointFile.weights(CHECKPOINT.parameters()));

        assertThat(Npz.read(file, 1000)).containsOnlyKeys("b1/conv1:weight");
    }

    private static Named named(float... values) {
        return new Named(Dimensions.of(2, 2), values);
    }
}
