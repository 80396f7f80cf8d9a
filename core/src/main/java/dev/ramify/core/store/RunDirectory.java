package dev.ramify.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a study, held by one process at a time.
 *
 * <pre>
 * pipeline.yaml       the study with all defaults filled in
 * provenance.json     versions, plugins, data digests, seeds, machine
 * variants/NAME/seed-N/   one folder per network, see {@link NetworkFolder}
 * measurements.json   everything measured, and the summaries over seeds
 * measurements.csv    the same as a table
 * figures/            SVG and CSV of every figure
 * report.html
 * </pre>
 */
public final class RunDirectory implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private final @Nullable Object identity;

    private RunDirectory(Path root, FileChannel channel, FileLock lock) throws IOException {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
        this.identity = identity(root);
    }

    /**
     * Return what stays the same when a file is renamed, where the file system has such a thing.
     */
    private static @Nullable Object identity(Path root) throws IOException {
        return Files.readAttributes(root.resolve(LOCK), BasicFileAttributes.class).fileKey();
    }

    /**
     * Require that the directory is where it was opened.
     *
     * @throws UncheckedIOException if it was moved, deleted or replaced since
     */
    public void requireInPlace() {
        try {
            if (!Objects.equals(identity(root), identity)) {
                throw new IOException("another directory is in its place");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s was moved while the study ran: move it back, and give the same command again"
                            .formatted(root),
                    e);
        }
    }

    /** Open the folder of one network, to write in it. */
    public KeyedFolder open(NetworkFolder network) {
        return KeyedFolder.open(network.path(), this::requireInPlace);
    }

    /**
     * Open a directory, making it if need be.
     *
     * @throws UncheckedIOException if it cannot be written
     * @throws DirectoryInUseException if another process holds it
     */
    public static RunDirectory open(Path root) {
        Path file = root.resolve(LOCK);
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DirectoryInUseException(root);
            }
            return new RunDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    IoReason.of(root, "cannot be used as a run directory", e), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Return the directory itself. */
    public Path root() {
        return root;
    }

    /** Return a file or folder in it. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** Return the folder of one network. */
    public NetworkFolder network(String variant, long seed) {
        return network(root, variant, seed);
    }

    /** Return the folder of one network of a directory. */
    public static NetworkFolder network(Path root, String variant, long seed) {
        return new NetworkFolder(root.resolve("variants").resolve(variant).resolve("seed-" + seed));
    }

    /** Return where results go that later ones take the place of. */
    public Path superseded() {
        return root.resolve("superseded");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
