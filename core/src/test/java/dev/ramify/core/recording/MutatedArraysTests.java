package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ramify.api.data.DataException;
import dev.ramify.core.testing.Mutations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of changed files, from seeds: each is read or refused with reasons, within a second.
 * {@code -Dramify.mutants=1000000} makes a long search of it.
 */
final class MutatedArraysTests {

    private static final int MUTANTS = Integer.getInteger("ramify.mutants", 3_000);

    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir private Path folder;

    @Test
    void archivesThatWereChangedAreReadOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(archive(entries()).write(folder.resolve("whole.npz")));
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = Mutations.of(whole, new SplittableRandom(seed));
            refused += read(Files.write(folder.resolve("m.npz"), mutant), seed);
        }
        assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
    }

    /** Check sums are right here, so that what is changed is looked at. */
    @Test
    void arraysThatWereChangedBeforeTheyWerePackedAreReadOrRefused() throws IOException {
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, byte[]> entries = entries();
            String[] names = entries.keySet().toArray(String[]::new);
            String name = names[random.nextInt(names.length)];
            entries.put(name, Mutations.of(entries.get(name), random));
            refused += read(archive(entries).write(folder.resolve("m.npz")), seed);
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    @Test
    void tablesThatWereChangedAreReadOrRefused() throws IOException {
        byte[] whole =
                """
                layer,unit,branch,family
                conv1,0,left,"curves, small"
                conv1,1,right,
                "conv2",0,a,"say ""x""\"
                """
                        .getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = Mutations.of(whole, new SplittableRandom(seed));
            Path table = Files.write(folder.resolve("m.csv"), mutant);
            refused += read(Optional.empty(), Optional.of(table), seed);
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    private static int read(Path arrays, long seed) {
        return read(Optional.of(arrays), Optional.empty(), seed);
    }

    /** Return 1 if the files are refused. */
    private static int read(Optional<Path> arrays, Optional<Path> units, long seed) {
        long start = System.nanoTime();
        try {
            RecordingReader.read(arrays, units);
            return 0;
        } catch (DataException e) {
            assertThat(e.problems()).as("seed %d", seed).isNotEmpty();
            return 1;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return fail("seed " + seed, e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(LONGEST);
        }
    }

    private static Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("activations/c.npy", floats("6, 4", 24));
        entries.put("branches/c.npy", RawNpz.npy("|S1", false, "4,", "aabb".getBytes()));
        entries.put("weights/c.npy", floats("4, 3, 1, 1", 12));
        entries.put("gates/c.npy", floats("6, 2", 12));
        entries.put("families/c.npy", RawNpz.npy("|u1", false, "4,", new byte[] {0, 1, 1, 2}));
        entries.put("labels.npy", RawNpz.npy("|u1", false, "6,", new byte[] {0, 1, 1, 0, 0, 1}));
        entries.put("class_names.npy", RawNpz.npy("|S2", false, "2,", "catx".getBytes()));
        entries.put(
                "factors.npy",
                RawNpz.npy("|i1", true, "6, 2", new byte[] {0, 1, 0, 1, 0, 1, 2, 2, 2, 3, 3, 3}));
        entries.put("factor_names.npy", RawNpz.npy("|S1", false, "2,", "fg".getBytes()));
        entries.put("input_deviation.npy", floats("3,", 3));
        entries.put("notes.txt", new byte[] {'h', 'i'});
        return entries;
    }

    private static byte[] floats(String shape, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(1 + i % 5);
        }
        return RawNpz.npy("<f4", false, shape, bytes.array());
    }

    private static RawNpz archive(Map<String, byte[]> entries) {
        RawNpz archive = new RawNpz();
        entries.forEach(archive::entry);
        return archive;
    }
}
