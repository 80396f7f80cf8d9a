package dev.ramify.plugins.datasets.idx;

import java.nio.file.Path;
import java.util.Arrays;

/** The content of one IDX file of unsigned bytes. */
final class IdxFile {

    private final Path path;
    private final IdxHeader header;
    private final byte[] data;
    private final String sha256;

    /**
     * @param data all items, one after another, as many bytes as the header says
     * @param sha256 digest of the file as it lies on disk
     */
    IdxFile(Path path, IdxHeader header, byte[] data, String sha256) {
        this.path = path;
        this.header = header;
        this.data = data;
        this.sha256 = sha256;
    }

    Path path() {
        return path;
    }

    /** Return the number of images or labels and what one is like. */
    IdxHeader header() {
        return header;
    }

    byte[] data() {
        return data;
    }

    String sha256() {
        return sha256;
    }

    /** Copy out every item. */
    byte[][] items() {
        byte[][] items = new byte[header.count()][];
        int size = data.length / items.length;
        Arrays.setAll(items, i -> Arrays.copyOfRange(data, i * size, (i + 1) * size));
        return items;
    }

    /** Return the bytes as numbers from 0 to 255. */
    int[] numbers() {
        int[] numbers = new int[data.length];
        Arrays.setAll(numbers, i -> data[i] & 0xff);
        return numbers;
    }

    /** Return the greatest byte as a number. */
    int highest() {
        return Arrays.stream(numbers()).max().orElse(0);
    }
}
