package dev.ramify.plugins.datasets.memory;

import dev.ramify.api.data.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Labelled images held as one byte per value, converted when read. Thread-safe. */
public final class ByteImages implements Examples {

    private final byte[][] pixels;
    private final int[] labels;
    private final int[][] levels;

    /**
     * @param pixels values by image, channel by channel; shared, not copied: do not change them
     * @param labels classes by image
     * @param levels levels by factor, then image
     */
    public ByteImages(byte[][] pixels, int[] labels, int[]... levels) {
        this.pixels = pixels;
        this.labels = labels;
        this.levels = levels;
        for (int[] column : levels) {
            checkLength(column);
        }
        checkLength(labels);
    }

    /** Join parts in their order; all have the same factors. */
    public static ByteImages join(List<ByteImages> parts) {
        byte[][] pixels =
                parts.stream().flatMap(p -> Arrays.stream(p.pixels)).toArray(byte[][]::new);
        int[] labels = parts.stream().flatMapToInt(p -> Arrays.stream(p.labels)).toArray();
        int[][] levels = new int[parts.get(0).levels.length][];
        for (int f = 0; f < levels.length; f++) {
            int factor = f;
            levels[f] = parts.stream().flatMapToInt(p -> Arrays.stream(p.levels[factor])).toArray();
        }
        return new ByteImages(pixels, labels, levels);
    }

    /** Return the images at some indices, in their order, sharing the pixels. */
    public ByteImages select(int[] indices) {
        byte[][] chosen = Arrays.stream(indices).mapToObj(i -> pixels[i]).toArray(byte[][]::new);
        int[][] chosenLevels =
                Arrays.stream(levels).map(column -> pick(column, indices)).toArray(int[][]::new);
        return new ByteImages(chosen, pick(labels, indices), chosenLevels);
    }

    /** Return the same images with other values. */
    public ByteImages map(UnaryOperator<byte[]> change) {
        return new ByteImages(
                Arrays.stream(pixels).map(change).toArray(byte[][]::new), labels, levels);
    }

    /** Return a copy of the classes by image. */
    public int[] labels() {
        return labels.clone();
    }

    @Override
    public int size() {
        return pixels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public int level(int index, int factor) {
        return levels[factor][index];
    }

    @Override
    public void read(int index, float[] into, int offset) {
        byte[] image = pixels[index];
        Objects.checkFromIndexSize(offset, image.length, into.length);
        for (int i = 0; i < image.length; i++) {
            into[offset + i] = (image[i] & 0xff) / 255f;
        }
    }

    private static int[] pick(int[] column, int[] indices) {
        return Arrays.stream(indices).map(i -> column[i]).toArray();
    }

    private void checkLength(int[] column) {
        if (column.length != pixels.length) {
            throw new IllegalArgumentException(
                    "%d images need as many entries, found %d"
                            .formatted(pixels.length, column.length));
        }
    }
}
