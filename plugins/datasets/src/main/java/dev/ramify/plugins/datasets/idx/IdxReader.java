package dev.ramify.plugins.datasets.idx;

import dev.ramify.plugins.datasets.files.Gzip;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads IDX files, gzipped or not. Believes a header only as far as the file's length bears it. */
final class IdxReader {

    private final MemoryBudget budget;

    IdxReader(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Read a file; what is wrong goes to the problems. */
    Optional<IdxFile> read(Path path, IdxRole role, Problems problems) {
        try (DigestInputStream raw = Sha256.watching(Files.newInputStream(path))) {
            Gzip.Opened opened = Gzip.open(raw);
            byte[] start = opened.in().readNBytes(IdxHeader.bytes(role));
            IdxHeader header = IdxHeader.parse(start, role);
            checkLength(header, Files.size(path), opened.packed());
            if (!budget.holds(header.dataBytes())) {
                problems.add(budget.problem(path, header.dataBytes()));
                return Optional.empty();
            }
            byte[] data = data(opened.in(), header);
            return Optional.of(new IdxFile(path, header, data, Sha256.finish(raw)));
        } catch (IdxFormatException e) {
            problems.add(path, Problems.describe(e), Problems.GET_AGAIN);
        } catch (EOFException e) {
            problems.add(path, "the gzipped data are cut off", Problems.GET_AGAIN);
        } catch (ZipException e) {
            problems.add(
                    path,
                    "the gzipped data are corrupt: " + Problems.describe(e),
                    Problems.GET_AGAIN);
        } catch (IOException e) {
            problems.addUnreadable(path, e);
        }
        return Optional.empty();
    }

    private static void checkLength(IdxHeader header, long fileBytes, boolean packed)
            throws IdxFormatException {
        long expected = (long) header.bytes() + header.dataBytes();
        if (!packed && fileBytes != expected) {
            throw new IdxFormatException(
                    "found %,d bytes, expected %,d, as the header claims %s"
                            .formatted(fileBytes, expected, header));
        }
        long most = fileBytes * Gzip.MAX_RATIO;
        if (packed && expected > most) {
            throw new IdxFormatException(
                    "the header claims %s, but a gzip of %,d bytes holds no more than %,d"
                            .formatted(header, fileBytes, most));
        }
    }

    /** Read in pieces, so that memory follows the data that are there and not the claim. */
    private static byte[] data(InputStream in, IdxHeader header) throws IOException {
        byte[] data = in.readNBytes(header.dataBytes());
        if (data.length < header.dataBytes()) {
            throw new IdxFormatException(
                    "found %,d bytes of data, expected %,d, as the header claims %s"
                            .formatted(data.length, header.dataBytes(), header));
        }
        if (in.read() >= 0) {
            throw new IdxFormatException(
                    "found more than the %,d bytes of data that the header claims with %s"
                            .formatted(header.dataBytes(), header));
        }
        return data;
    }
}
