package dev.ramify.plugins.datasets.idx;

import static dev.ramify.plugins.datasets.idx.IdxFixture.context;
import static dev.ramify.plugins.datasets.idx.IdxFixture.gzip;
import static dev.ramify.plugins.datasets.idx.IdxFixture.images;
import static dev.ramify.plugins.datasets.idx.IdxFixture.labels;
import static dev.ramify.plugins.datasets.idx.IdxFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.DataException.Problem;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDamageTests {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

    @TempDir Path folder;

    @BeforeEach
    void writeFiles() {
        IdxFixture.write(folder);
    }

    @Test
    void tellsFoundAndExpectedSizeOfATruncatedFile() {
        assertThat(problemWith(Arrays.copyOf(images(12, 3, 2), 50)))
                .isEqualTo(
                        new Problem(
                                folder.resolve(TRAIN_IMAGES).toString(),
                                "found 50 bytes, expected 88, as the header claims 12 items of 3x2"
                                        + " bytes",
                                "copy or download the file again"));
    }

    @Test
    void refusesBytesAfterTheEnd() {
        byte[] tooLong = Arrays.copyOf(images(12, 3, 2), 89);

        assertThat(reasonWith(tooLong))
                .isEqualTo(
                        "found 89 bytes, expected 88, as the header claims 12 items of 3x2 bytes");
        assertThat(reasonWith(gzip(tooLong)))
                .isEqualTo(
                        "found more than the 72 bytes of data that the header claims with 12 items"
                                + " of 3x2 bytes");
    }

    @Test
    void refusesDataThatUnpackToTooFewBytes() {
        assertThat(reasonWith(gzip(Arrays.copyOf(images(12, 3, 2), 80))))
                .isEqualTo(
                        "found 64 bytes of data, expected 72, as the header claims 12 items of 3x2"
                                + " bytes");
    }

    @Test
    void explainsAHeaderThatIsCutOff() {
        assertThat(reasonWith(Arrays.copyOf(images(12, 3, 2), 9)))
                .isEqualTo("the file ends within its header: found 9 bytes, expected at least 16");
    }

    @Test
    void explainsAnEmptyFile() {
        assertThat(reasonWith(new byte[0]))
                .isEqualTo("this is not an IDX file: it starts with '', expected '00 00 08 03'");
    }

    @Test
    void explainsAnotherKindOfFile() {
        assertThat(reasonWith(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4}))
                .isEqualTo(
                        "this is not an IDX file: it starts with '89 50 4e 47', expected '00 00 08"
                                + " 03'");
    }

    @Test
    void explainsValuesOfAnotherType() {
        byte[] floats = images(12, 3, 2);
        floats[2] = 0x0d;

        assertThat(reasonWith(floats))
                .isEqualTo("the values are of type 0d, expected 08 (unsigned bytes)");
    }

    @Test
    void noticesSwappedFiles() {
        assertThat(reasonWith(labels(12)))
                .isEqualTo("the data have 1 dimensions, expected 3 for images; are files swapped?");
    }

    @Test
    void refusesSizesThatAreNotPositive() {
        assertThat(reasonWith(withSizes(-12, 3, 2)))
                .isEqualTo("the header claims sizes -12, 3 and 2, expected each to be at least 1");
        assertThat(reasonWith(withSizes(12, 0, 2)))
                .isEqualTo("the header claims sizes 12, 0 and 2, expected each to be at least 1");
    }

    @Test
    void refusesClaimsBeyondTwoGibibytes() {
        int huge = Integer.MAX_VALUE;

        assertThat(reasonWith(withSizes(huge, huge, huge)))
                .isEqualTo(
                        "the header claims 2,147,483,647 items of 2147483647x2147483647 bytes,"
                                + " expected no more than 2 GiB");
    }

    @Test
    void refusesClaimsThatNoGzipOfTheSizeCouldHold() {
        byte[] packed = gzip(withSizes(1_000_000, 28, 28));

        assertThat(reasonWith(packed))
                .isEqualTo(
                        "the header claims 1,000,000 items of 28x28 bytes, but a gzip of %,d bytes"
                                        .formatted(packed.length)
                                + " holds no more than %,d".formatted(packed.length * 1032L));
    }

    @Test
    void refusesImagesThatDoNotFitIntoMemory() {
        IdxFixture.write(folder.resolve(TRAIN_IMAGES), gzip(images(4000, 100, 100)));
        IdxProvider tight = new IdxProvider(new MemoryBudget(30 << 20));

        assertThat(problems(tight, options(folder)))
                .containsExactly(
                        new Problem(
                                folder.resolve(TRAIN_IMAGES).toString(),
                                "the images need 39 MiB of memory, but there are 30 MiB for them",
                                "give Java more memory with -Xmx, or use fewer or smaller images"));
    }

    @Test
    void explainsATruncatedGzip() {
        byte[] packed = gzip(images(12, 3, 2));

        assertThat(reasonWith(Arrays.copyOf(packed, packed.length - 12)))
                .isEqualTo("the gzipped data are cut off");
        assertThat(reasonWith(Arrays.copyOf(packed, 5))).isEqualTo("the gzipped data are cut off");
    }

    @Test
    void noticesADamagedChecksum() {
        byte[] packed = gzip(images(12, 3, 2));
        packed[packed.length - 6]++;

        assertThat(reasonWith(packed)).startsWith("the gzipped data are corrupt: ");
    }

    @Test
    void explainsWhateverDamageThereIs() {
        byte[] plain = images(12, 3, 2);
        byte[] packed = gzip(plain);
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = (seed % 2 == 0 ? packed : plain).clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            IdxFixture.write(folder.resolve(TRAIN_IMAGES), damaged);

            Throwable failure =
                    catchThrowable(
                            () -> new IdxProvider().open(options(folder), context(folder)).close());

            if (failure != null) {
                assertThat(failure).as("seed %d", seed).isInstanceOf(DataException.class);
            }
        }
    }

    private static byte[] withSizes(int count, int rows, int columns) {
        byte[] images = images(12, 3, 2);
        ByteBuffer.wrap(images).putInt(4, count).putInt(8, rows).putInt(12, columns);
        return images;
    }

    private String reasonWith(byte[] trainImages) {
        return problemWith(trainImages).reason();
    }

    private Problem problemWith(byte[] trainImages) {
        IdxFixture.write(folder.resolve(TRAIN_IMAGES), trainImages);
        List<Problem> problems = problems(options(folder));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<Problem> problems(IdxOptions options) {
        return problems(new IdxProvider(), options);
    }

    private List<Problem> problems(IdxProvider provider, IdxOptions options) {
        DataException failure =
                catchThrowableOfType(
                        DataException.class, () -> provider.open(options, context(folder)).close());
        assertThat(failure).as("expected the data to be refused").isNotNull();
        return failure.problems();
    }
}
