package dev.ramify.core.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for what does not fit in memory. Where the system allows it, it has no name any more as
 * soon as it is mapped, so that nothing is left even by a program that is killed; else it is
 * deleted when the program ends.
 */
public final class TemporaryFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Make a file.
     *
     * @param bytes that it will have
     * @throws IOException if there is no room for it, or it cannot be made
     */
    public static TemporaryFile create(long bytes) throws IOException {
        Path path = Files.createTempFile("ramify-", ".array");
        path.toFile().deleteOnExit();
        long room = Files.getFileStore(path).getUsableSpace();
        if (bytes > room) {
            Files.delete(path);
            throw new IOException(
                    "unpacked it takes %,d bytes, but the temporary folder %s has room for %,d"
                            .formatted(bytes, path.getParent(), room));
        }
        return new TemporaryFile(
                path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Add bytes. */
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** View all that was written. */
    public MappedBytes map() throws IOException {
        return MappedBytes.map(channel, 0, channel.size());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            // Not while it is mapped, on some systems; it goes when the program ends.
            path.toFile().deleteOnExit();
        }
    }
}
