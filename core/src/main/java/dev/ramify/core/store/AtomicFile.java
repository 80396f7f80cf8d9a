package dev.ramify.core.store;

import dev.ramify.core.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Writes files that are either as before or complete, even if the machine stops in between. */
public final class AtomicFile {

    /** How names of files end that are not in their place yet. */
    static final String PART = ".part";

    private AtomicFile() {}

    /** Writes the contents. */
    @FunctionalInterface
    public interface Contents {

        /** Write everything. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Write a file, making its folder if need be.
     *
     * @throws UncheckedIOException if it cannot be written; what was there before is still there
     */
    public static void write(Path file, Contents contents) {
        part(file, contents).commit();
    }

    /**
     * Write everything beside the place where it belongs.
     *
     * @throws UncheckedIOException if it cannot be written; nothing is left of it then
     */
    static Part part(Path file, Contents contents) {
        Path part = partOf(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            MessageDigest digest = Sha256.start();
            try (FileChannel channel =
                            FileChannel.open(
                                    part,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE);
                    OutputStream out =
                            new DigestOutputStream(
                                    new BufferedOutputStream(
                                            Channels.newOutputStream(channel), 1 << 16),
                                    digest)) {
                contents.writeTo(out);
                out.flush();
                channel.force(true);
            }
            return new Part(file, part, Sha256.hex(digest));
        } catch (IOException e) {
            discard(part, e);
            throw new UncheckedIOException(IoReason.of(file, "could not be written", e), e);
        }
    }

    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    /**
     * A file that is complete but not in its place yet.
     *
     * @param file its place
     * @param part where it is
     * @param sha256 digest of what was written
     */
    record Part(Path file, Path part, String sha256) {

        /**
         * Move it to its place.
         *
         * @throws UncheckedIOException if that cannot be done; nothing is left of it then
         */
        void commit() {
            try {
                Files.move(
                        part,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                AtomicFile.discard(part, e);
                throw new UncheckedIOException(IoReason.of(file, "could not be written", e), e);
            }
        }

        /** Take it back. */
        void discard() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException(IoReason.of(part, "could not be deleted", e), e);
            }
        }
    }

    private static void discard(Path part, IOException reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Write a text in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
