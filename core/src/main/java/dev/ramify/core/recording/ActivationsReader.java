package dev.ramify.core.recording;

import dev.ramify.api.recording.Activations;
import dev.ramify.core.array.ArrayFile;
import dev.ramify.core.array.MappedBytes;
import dev.ramify.core.array.NpyHeader;
import dev.ramify.core.array.NpyType;
import dev.ramify.core.array.TemporaryFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes activations of an array {@code [N, U]} or of maps {@code [N, C, H, W]}, of which the mean
 * over the map is taken. Single precision sample by sample is left where it stands; anything else
 * is written anew, once, to a temporary file.
 */
final class ActivationsReader {

    /** Values of the result that are held in memory at a time. */
    private static final int BLOCK = 1 << 21;

    private final NpyHeader header;
    private final MappedBytes values;
    private final int samples;
    private final int units;
    private final int positions;

    private ActivationsReader(NpyHeader header, MappedBytes values) {
        this.header = header;
        this.values = values;
        this.samples = Math.toIntExact(header.shape().get(0));
        this.units = Math.toIntExact(header.shape().get(1));
        this.positions =
                Math.toIntExact(header.shape().stream().skip(2).reduce(1L, Math::multiplyExact));
    }

    /**
     * View an array whose header is known to have 2 or 4 dimensions, none of them 0.
     *
     * @throws IOException if there is no room for a temporary file
     */
    static Activations read(ArrayFile archive, String name, NpyHeader header) throws IOException {
        return new ActivationsReader(header, archive.map(name)).activations();
    }

    private Activations activations() throws IOException {
        NpyType type = header.type();
        boolean single = type.bytes() == Float.BYTES && !type.isWhole();
        if (single && !header.columnMajor() && header.shape().size() == 2) {
            return new MappedActivations(values, type.order(), samples, units);
        }
        try (TemporaryFile file =
                TemporaryFile.create(
                        Math.multiplyExact((long) samples * units, (long) Float.BYTES))) {
            int block = Math.max(1, BLOCK / units);
            ByteBuffer out =
                    ByteBuffer.allocate(Math.min(block, samples) * units * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < samples; from += block) {
                int count = Math.min(block, samples - from);
                double[] sums = new double[count * units];
                if (header.columnMajor()) {
                    addColumns(from, count, sums);
                } else {
                    addRows(from, sums);
                }
                out.clear();
                for (double sum : sums) {
                    out.putFloat((float) (sum / positions));
                }
                file.write(out.flip());
            }
            return new MappedActivations(file.map(), ByteOrder.LITTLE_ENDIAN, samples, units);
        }
    }

    /** The last dimension varies fastest: a map lies in one piece. */
    private void addRows(int from, double[] sums) {
        NpyType type = header.type();
        for (int i = 0; i < sums.length; i++) {
            long first = ((long) from * units + i) * positions;
            ByteBuffer map =
                    values.slice(first * type.bytes(), positions * type.bytes(), type.order());
            double sum = 0;
            for (int p = 0; p < positions; p++) {
                sum += type.number(map, p * type.bytes());
            }
            sums[i] = sum;
        }
    }

    /** The first dimension varies fastest: a position of a unit lies in one piece over samples. */
    private void addColumns(int from, int count, double[] sums) {
        NpyType type = header.type();
        for (int p = 0; p < positions; p++) {
            for (int unit = 0; unit < units; unit++) {
                long first = ((long) p * units + unit) * samples + from;
                ByteBuffer column =
                        values.slice(first * type.bytes(), count * type.bytes(), type.order());
                for (int i = 0; i < count; i++) {
                    sums[i * units + unit] += type.number(column, i * type.bytes());
                }
            }
        }
    }
}
