package dev.ramify.core.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tensors in a {@code .safetensors} file: the length of a header in 8 bytes, the header in JSON,
 * and the values, row by row and little-endian, which are viewed where they stand. The header is
 * bounded, and tensors must fill what follows it: none overlaps another, and no bytes belong to
 * none.
 */
public final class SafetensorsFile implements ArrayFile {

    /** The end of the names of such files. */
    public static final String SUFFIX = ".safetensors";

    /** What the format's own readers allow. */
    private static final long LONGEST_HEADER = 100_000_000;

    private final FileChannel channel;
    private final long dataStart;
    private final Map<String, SafetensorsHeader.Tensor> tensors = new LinkedHashMap<>();
    private final List<NpzArchive.Fault> faults;

    private SafetensorsFile(FileChannel channel, long dataStart, SafetensorsHeader header) {
        this.channel = channel;
        this.dataStart = dataStart;
        this.faults = header.faults();
        header.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
    }

    /**
     * Open a file and read its header.
     *
     * @throws ArrayFormatException if it is no such file, is cut short, or its tensors overlap or
     *     leave bytes between them
     */
    public static SafetensorsFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long length = headerLength(channel);
            SafetensorsHeader header =
                    SafetensorsHeader.parse(bytes(channel, Long.BYTES, (int) length).array());
            long dataStart = Long.BYTES + length;
            requireFilled(header, channel.size() - dataStart);
            return new SafetensorsFile(channel, dataStart, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long headerLength(FileChannel channel) throws IOException {
        if (channel.size() < Long.BYTES) {
            throw new ArrayFormatException(
                    "not a .safetensors file: it has %d bytes, and 8 say how long the header is"
                            .formatted(channel.size()));
        }
        long length = bytes(channel, 0, Long.BYTES).getLong(0);
        if (length < 2 || length > LONGEST_HEADER) {
            throw new ArrayFormatException(
                    "not a .safetensors file: a header of %s bytes; 2 to %,d are read"
                            .formatted(Long.toUnsignedString(length), LONGEST_HEADER));
        }
        if (length > channel.size() - Long.BYTES) {
            throw new ArrayFormatException(
                    "a header of %,d bytes in a file of %,d".formatted(length, channel.size()));
        }
        return length;
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new ArrayFormatException("the file ended while it was read");
            }
        }
        return bytes.flip();
    }

    /** What is wrong with single tensors is told apart; here the places of all are compared. */
    private static void requireFilled(SafetensorsHeader header, long available) {
        List<SafetensorsHeader.Place> places = new ArrayList<>(header.places());
        places.sort(
                Comparator.comparingLong(SafetensorsHeader.Place::begin)
                        .thenComparingLong(SafetensorsHeader.Place::end));
        long filled = 0;
        String last = "the header";
        for (SafetensorsHeader.Place place : places) {
            if (place.end() > available) {
                throw new ArrayFormatException(
                        "the tensor '%s' ends at byte %,d of the values, of which there are %,d; the file was cut short"
                                .formatted(EntryName.shown(place.name()), place.end(), available));
            }
            if (place.begin() != filled) {
                throw new ArrayFormatException(
                        "the tensor '%s' begins at byte %,d of the values, but %s ends at %,d; tensors may neither overlap nor leave bytes between them"
                                .formatted(
                                        EntryName.shown(place.name()),
                                        place.begin(),
                                        last,
                                        filled));
            }
            filled = place.end();
            last = "'%s'".formatted(EntryName.shown(place.name()));
        }
        if (filled != available) {
            throw new ArrayFormatException(
                    "%,d bytes follow the last tensor, %s, which no tensor has"
                            .formatted(available - filled, last));
        }
    }

    @Override
    public Map<String, NpyHeader> headers() {
        Map<String, NpyHeader> headers = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> headers.put(name, tensor.header()));
        return headers;
    }

    @Override
    public List<NpzArchive.Fault> faults() {
        return faults;
    }

    @Override
    public NpyArray read(String name, long most) throws IOException {
        SafetensorsHeader.Tensor tensor = tensor(name);
        long size = tensor.header().bytes();
        if (size > most) {
            throw new ArrayFormatException(
                    "%,d bytes of values; at most %,d are read into memory".formatted(size, most));
        }
        return new NpyArray(
                tensor.header(),
                bytes(channel, dataStart + tensor.begin(), Math.toIntExact(size)).array());
    }

    @Override
    public MappedBytes map(String name) throws IOException {
        SafetensorsHeader.Tensor tensor = tensor(name);
        return MappedBytes.map(channel, dataStart + tensor.begin(), tensor.header().bytes());
    }

    private SafetensorsHeader.Tensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
