package dev.ramify.core.array;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Several named arrays in one file, as NumPy's {@code savez} and {@code savez_compressed} write
 * them, of any size: values are read only when asked for. Nobody vouches for the file, so nothing
 * it says is believed: sizes are compared with what is there, and with each other, before memory or
 * disk is taken for them. Not thread-safe.
 */
public final class NpzArchive implements ArrayFile {

    private static final int MOST_ENTRIES = 10_000;

    /** Deflate cannot do better. */
    private static final long GREATEST_RATIO = 1_032;

    private static final int BLOCK = 1 << 20;

    private final ZipFile zip;
    private final FileChannel channel;
    private final Map<String, Stored> arrays = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    /** An array that is sound as far as can be told without reading its values. */
    private record Stored(ZipArchiveEntry entry, NpyHeader header, long headerBytes) {}

    /**
     * An entry that is no sound array.
     *
     * @param entry its name, as it may be shown
     * @param array the name of the array that it was to be; null if it has none
     * @param reason what was found and what was expected
     * @param remedy what to do about it
     */
    public record Fault(String entry, @Nullable String array, String reason, String remedy) {}

    private NpzArchive(ZipFile zip, FileChannel channel) {
        this.zip = zip;
        this.channel = channel;
    }

    /**
     * Open a file and read the header of every array.
     *
     * @throws ArrayFormatException if it is no archive of arrays at all, or cut short
     */
    public static NpzArchive open(Path file) throws IOException {
        FileKind.requireZip(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
            NpzArchive archive = new NpzArchive(zip, channel);
            archive.readHeaders();
            return archive;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e instanceof ArrayFormatException known
                    ? known
                    : new ArrayFormatException(
                            "the zip archive is damaged or cut short: " + e.getMessage());
        }
    }

    private void readHeaders() throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new ArrayFormatException(
                    "%,d entries; at most %,d are read".formatted(entries.size(), MOST_ENTRIES));
        }
        for (ZipArchiveEntry entry : entries) {
            if (EntryName.isNone(entry.getName())) {
                continue;
            }
            if (EntryName.isBeside(entry.getName())) {
                beside.add(EntryName.shown(entry.getName()));
                continue;
            }
            String name = null;
            try {
                name = EntryName.check(entry.getName());
                if (arrays.containsKey(name)) {
                    throw new ArrayFormatException("a second array of this name");
                }
                arrays.put(name, stored(entry));
            } catch (ArrayFormatException e) {
                faults.add(
                        new Fault(
                                EntryName.shown(entry.getName()),
                                name,
                                e.reason(),
                                e.remedyOr("write it anew with numpy.savez, or leave it out")));
            }
        }
    }

    private Stored stored(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new ArrayFormatException("it is encrypted");
        }
        checkSizes(entry);
        byte[] head;
        try (InputStream in = zip.getInputStream(entry)) {
            head = in.readNBytes(NpyHeader.LONGEST + 16);
        } catch (IOException e) {
            throw new ArrayFormatException("its compressed bytes are damaged: " + e.getMessage());
        }
        ByteArrayInputStream in = new ByteArrayInputStream(head);
        NpyHeader header = NpyHeader.read(in);
        long headerBytes = head.length - in.available();
        if (headerBytes + header.bytes() != entry.getSize()) {
            throw new ArrayFormatException(
                    "the header tells of %,d bytes of values (shape %s, type %s), but %,d follow it"
                            .formatted(
                                    header.bytes(),
                                    header.shape(),
                                    header.type().descriptor(),
                                    entry.getSize() - headerBytes));
        }
        return new Stored(entry, header, headerBytes);
    }

    private void checkSizes(ZipArchiveEntry entry) throws IOException {
        long packed = entry.getCompressedSize();
        long size = entry.getSize();
        long offset = entry.getDataOffset();
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new ArrayFormatException(
                    "compression method %d; arrays are stored or deflated"
                            .formatted(entry.getMethod()));
        }
        if (packed < 0 || size < 0 || offset < 0 || packed > channel.size() - offset) {
            throw new ArrayFormatException(
                    "it would take %,d bytes from byte %,d of a file of %,d"
                            .formatted(packed, offset, channel.size()));
        }
        if (entry.getMethod() == ZipEntry.STORED && packed != size) {
            throw new ArrayFormatException(
                    "%,d bytes are said to be stored in %,d".formatted(size, packed));
        }
        if (size / GREATEST_RATIO > packed + 1) {
            throw new ArrayFormatException(
                    "%,d bytes are said to be compressed to %,d, which cannot be"
                            .formatted(size, packed));
        }
    }

    /** Return the header of every sound array, in the order of the file. */
    @Override
    public Map<String, NpyHeader> headers() {
        Map<String, NpyHeader> headers = new LinkedHashMap<>();
        arrays.forEach((name, stored) -> headers.put(name, stored.header()));
        return headers;
    }

    @Override
    public List<String> beside() {
        return List.copyOf(beside);
    }

    /** Return what is wrong with other entries. */
    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public NpyArray read(String name, long most) throws IOException {
        Stored stored = stored(name);
        if (stored.header().bytes() > most) {
            throw new ArrayFormatException(
                    "%,d bytes of values; at most %,d are read into memory"
                            .formatted(stored.header().bytes(), most));
        }
        ByteBuffer values = ByteBuffer.allocate(Math.toIntExact(stored.header().bytes()));
        unpack(stored, values::put);
        return new NpyArray(stored.header(), values.array());
    }

    /**
     * View the values of an array of any size: where they stand in the file or, where they are
     * compressed, in a temporary file.
     *
     * @throws ArrayFormatException if it is damaged
     * @throws IOException if there is no room for a temporary file
     */
    @Override
    public MappedBytes map(String name) throws IOException {
        Stored stored = stored(name);
        long bytes = stored.header().bytes();
        if (stored.entry().getMethod() == ZipEntry.STORED) {
            long offset = stored.entry().getDataOffset();
            long size = stored.entry().getSize();
            CheckSum.require(
                    stored.entry().getCrc(), CheckSum.of(MappedBytes.map(channel, offset, size)));
            return MappedBytes.map(channel, offset + stored.headerBytes(), bytes);
        }
        try (TemporaryFile file = TemporaryFile.create(bytes)) {
            unpack(stored, file::write);
            return file.map();
        }
    }

    private Stored stored(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    /** Takes bytes, one block after another. */
    @FunctionalInterface
    private interface Sink {

        void take(ByteBuffer block) throws IOException;
    }

    /** Never hand on more than the header promised. */
    private void unpack(Stored stored, Sink sink) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(stored.entry())) {
            sum.update(in.readNBytes((int) stored.headerBytes()));
            long rest = stored.header().bytes();
            byte[] block = new byte[(int) Math.min(BLOCK, Math.max(1, rest))];
            while (rest > 0) {
                int count = in.readNBytes(block, 0, (int) Math.min(block.length, rest));
                if (count == 0) {
                    throw new ArrayFormatException(
                            "the values end %,d bytes before the header says".formatted(rest));
                }
                sum.update(block, 0, count);
                sink.take(ByteBuffer.wrap(block, 0, count));
                rest -= count;
            }
            if (in.read() >= 0) {
                throw new ArrayFormatException("more values than the header tells");
            }
        } catch (ZipException e) {
            throw new ArrayFormatException("its compressed bytes are damaged: " + e.getMessage());
        }
        CheckSum.require(stored.entry().getCrc(), sum.getValue());
    }

    @Override
    public void close() throws IOException {
        zip.close();
        channel.close();
    }
}
