package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.machine.Workers;
import dev.ramify.core.network.NetworkReuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every damage to a file of a network is seen before the file is read. */
final class DamageTests {

    private static final int DAMAGES = 100;

    @TempDir private Path folder;
    private Path directory;
    private Path network;
    private Studies studies;

    @BeforeEach
    void run() throws Exception {
        directory = folder.resolve("run");
        network = directory.resolve("variants/halves/seed-1");
        studies = new Studies(folder);
        studies.run(Studies.SMALL, directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "history.json",
                "weights.npz",
                "epochs/1.npz",
                "recording.npz",
                "untrained.npz",
                "measurements/purity.json",
                "measurements/purity.npz",
                "measurements/purity-epochs.json"
            })
    void isSeen(String name) throws Exception {
        Path file = network.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] other = Files.readAllBytes(directory.resolve("variants/halves/seed-2/" + name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = damage(whole, other, random);
            write(file, damaged);
            if (!Arrays.equals(damaged, whole)) {
                assertThat(reuse().isAll()).as("damage %d of %s", i, name).isFalse();
            }
        }
        Files.write(file, whole);
        assertThat(reuse().isAll()).isTrue();
    }

    @Test
    void isNamedAndMadeAnewFromWhatIsSound() throws Exception {
        Map<String, byte[]> before = Studies.contents(directory);
        SplittableRandom random = new SplittableRandom(7);
        for (String name : before.keySet()) {
            if (name.startsWith("variants/halves/seed-1/") && !name.endsWith("checkpoint.npz")) {
                Path file = directory.resolve(name);
                byte[] whole = Files.readAllBytes(file);
                whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, whole);

                assertThat(studies.run(Studies.SMALL, directory).failures()).isEmpty();

                assertThat(studies.notes).as(name).hasSize(1);
                assertThat(Studies.contents(directory))
                        .as(name)
                        .containsExactlyInAnyOrderEntriesOf(before);
            }
        }
    }

    /** Flip a bit, cut off, delete (null), or take another seed's file. */
    private static byte[] damage(byte[] whole, byte[] other, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1:
                return new byte[0];
            case 2:
                return other;
            default:
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                return flipped;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            Files.deleteIfExists(file);
        } else {
            Files.write(file, bytes);
        }
    }

    private NetworkReuse reuse() {
        try (Workers workers = Workers.of(1)) {
            return studies.inspect(Studies.SMALL, new RunOptions(directory, folder, workers))
                    .get(0);
        }
    }
}
