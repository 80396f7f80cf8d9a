package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.DataException;
import dev.ramify.plugins.datasets.cifar.CifarLayout.BatchFile;
import dev.ramify.plugins.datasets.files.Gzip;
import dev.ramify.plugins.datasets.files.LimitedInputStream;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The tar archive of batch files, gzipped or not, read from front to back without unpacking to
 * disk.
 *
 * <p>Entries are found by their last name. Nothing that the archive claims is believed: sizes must
 * be the layout's before anything is read, names that leave the archive condemn it, links are
 * refused, and what it unpacks to is limited.
 */
record CifarArchive(Path path, CifarLayout layout) implements CifarSource {

    /** Room for headers, padding and the small text files beside the batches. */
    private static final long EXTRA_BYTES = 1 << 20;

    /** Stands among the names that were seen for those of the version that is not read. */
    private static final String PYTHON = "/";

    private static final long MOST_HEAD_BYTES = 1 << 17;

    @Override
    public Map<String, String> readInto(BatchReader reader, Problems problems) {
        Set<String> seen = new HashSet<>();
        try (DigestInputStream raw = Sha256.watching(Files.newInputStream(path));
                LimitedInputStream unpacked = unpack(raw);
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            TarArchiveEntry entry = next(tar, unpacked);
            if (entry == null) {
                throw new IOException("it holds no files");
            }
            for (; entry != null; entry = next(tar, unpacked)) {
                if (leavesArchive(entry.getName())) {
                    problems.add(path, pointsOut(entry), "do not trust it: " + layout.howToGet());
                    return Map.of();
                }
                take(entry, tar, seen, reader, problems);
            }
            if (problems.found().isEmpty()) {
                addMissing(seen, problems);
            }
            unpacked.transferTo(OutputStream.nullOutputStream()); // up to the checksum of gzip
            return Map.of(String.valueOf(path.getFileName()), Sha256.finish(raw));
        } catch (LimitedInputStream.LimitExceededException e) {
            problems.add(path, Problems.describe(e), "do not trust it: " + layout.howToGet());
        } catch (AccessDeniedException e) {
            problems.addUnreadable(path, e);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(path, damage(e), layout.howToGet());
        }
        return Map.of();
    }

    /** What stands before an entry is kept in memory, names of any length among it. */
    private static @Nullable TarArchiveEntry next(
            TarArchiveInputStream tar, LimitedInputStream unpacked) throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        unpacked.restrict(MOST_HEAD_BYTES, "the head of an entry");
        TarArchiveEntry entry = tar.getNextEntry();
        unpacked.release();
        return entry;
    }

    private LimitedInputStream unpack(InputStream raw) throws IOException {
        return new LimitedInputStream(Gzip.open(raw).in(), 2 * layout.totalBytes() + EXTRA_BYTES);
    }

    private void take(
            TarArchiveEntry entry,
            TarArchiveInputStream tar,
            Set<String> seen,
            BatchReader reader,
            Problems problems)
            throws IOException {
        String name = lastName(entry.getName());
        if (layout.isOfPython(entry.getName())) {
            seen.add(PYTHON);
        }
        Optional<BatchFile> wanted = layout.file(name);
        if (wanted.isEmpty() || entry.isDirectory()) {
            return;
        }
        String where = path + "!" + printable(entry.getName());
        int expected = layout.bytes(wanted.get());
        String reason = null;
        if (!seen.add(name)) {
            reason = "the archive holds '%s' twice".formatted(name);
        } else if (isSpecial(entry)) {
            reason = "the entry is a link or a device, expected a file";
        } else if (entry.getSize() != expected) {
            reason = "found %,d bytes, expected %,d".formatted(entry.getSize(), expected);
        }
        if (reason != null) {
            problems.add(new DataException.Problem(where, reason, layout.howToGet()));
            return;
        }
        byte[] content = tar.readNBytes(expected);
        if (content.length < expected) {
            throw new IOException("'%s' ends early".formatted(name));
        }
        reader.take(wanted.get(), where, content);
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isSymbolicLink()
                || entry.isLink()
                || entry.isSparse()
                || entry.isBlockDevice()
                || entry.isCharacterDevice()
                || entry.isFIFO();
    }

    private static boolean leavesArchive(String name) {
        String slashed = name.replace('\\', '/');
        return slashed.startsWith("/")
                || slashed.matches("[A-Za-z]:.*")
                || List.of(slashed.split("/")).contains("..");
    }

    private static String pointsOut(TarArchiveEntry entry) {
        return "the entry '%s' points out of the archive, which is how archives attack"
                .formatted(printable(entry.getName()));
    }

    private static String lastName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Keep a terminal safe from what a name may hold. */
    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 100 ? shown.substring(0, 100) + "..." : shown;
    }

    private void addMissing(Set<String> seen, Problems problems) {
        List<String> missing = new ArrayList<>();
        for (BatchFile file : layout.files()) {
            if (!seen.contains(file.name())) {
                missing.add(file.name());
            }
        }
        if (!missing.isEmpty() && seen.contains(PYTHON)) {
            problems.add(path, layout.pythonVersion(), layout.howToGet());
        } else if (!missing.isEmpty()) {
            problems.add(
                    path, "the archive lacks " + String.join(", ", missing), layout.howToGet());
        }
    }

    private String damage(Exception cause) {
        try {
            String start = start();
            if (start.stripLeading().startsWith("<")) {
                return "this is a web page, not an archive: it starts with '%s'"
                        .formatted(printable(start));
            }
            return "the archive is damaged or incomplete (%s): found %,d bytes, the published one"
                            .formatted(Problems.describe(cause), Files.size(path))
                    + " has %,d".formatted(layout.download().bytes());
        } catch (IOException e) {
            return "the archive cannot be read: " + Problems.describe(e);
        }
    }

    private String start() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(40), StandardCharsets.ISO_8859_1);
        }
    }
}
