package dev.ramify.core.training;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.store.ScratchRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/**
 * What the intact network gives, sample by sample, where it is cut: the values in which units are
 * changed and all others that later sections read. Kept in a file, for maps are many. Threads that
 * read wait for each other only while the file is read.
 */
final class IntactMaps implements AutoCloseable {

    private static final Seed NO_CHANGES = new Seed(0);

    private final int samples;
    private final int firstSection;
    private final int[] targets;
    private final int[] partners;
    private final List<Value> kept;
    private final int width;
    private final float[] means;
    private final ScratchRows rows;

    /**
     * Run the intact network over the samples.
     *
     * @param network with parameters loaded
     * @param input how images are prepared; random changes are left out
     * @param seed decides which other sample each one is given the maps of
     * @param folder for the file
     * @throws CancellationException if the thread is interrupted
     */
    IntactMaps(SectionedNetwork network, Input input, Examples examples, Seed seed, Path folder) {
        this.samples = examples.size();
        this.firstSection =
                network.sites().stream()
                        .mapToInt(site -> network.readFrom(network.changeable(site.value())))
                        .min()
                        .orElseThrow();
        this.kept = kept(network, firstSection);
        this.width = kept.stream().mapToInt(value -> value.shape().size()).sum();
        this.targets = new int[samples * input.targets().loss().targets()];
        this.partners = cycle(samples, seed.generator());
        this.means = new float[width];
        this.rows = new ScratchRows(folder, width);
        try {
            fill(network, input.plain(), examples);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static List<Value> kept(SectionedNetwork network, int firstSection) {
        Set<Value> kept = new LinkedHashSet<>();
        network.sites().forEach(site -> kept.add(network.changeable(site.value())));
        for (int section = firstSection; section < network.sections(); section++) {
            kept.addAll(network.inputs(section));
        }
        return new ArrayList<>(kept);
    }

    /** Deal every sample another one, in one cycle through all (Sattolo 1986). */
    private static int[] cycle(int count, RandomGenerator random) {
        int[] cycle = new int[count];
        for (int i = 0; i < count; i++) {
            cycle[i] = i;
        }
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int swap = cycle[i];
            cycle[i] = cycle[j];
            cycle[j] = swap;
        }
        return cycle;
    }

    private void fill(SectionedNetwork network, Input input, Examples examples) {
        Map<Value, float[]> values = new HashMap<>();
        Map<Value, double[]> sums = new LinkedHashMap<>();
        network.sites().forEach(site -> sums.put(site.value(), new double[size(site.value())]));
        float[] images = new float[network.batch() * input.shape().size()];
        float[] batch = new float[network.batch() * width];
        int perSample = input.targets().loss().targets();
        int[] some = new int[network.batch() * perSample];
        values.put(network.input(), images);
        for (int from = 0; from < samples; from += network.batch()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            int count = Math.min(network.batch(), samples - from);
            for (int i = 0; i < count; i++) {
                input.read(examples, from + i, NO_CHANGES, images, some, i);
            }
            System.arraycopy(some, 0, targets, from * perSample, count * perSample);
            for (int section = 0; section < network.sections(); section++) {
                network.forward(section, values);
            }
            keep(from, count, values, batch);
            sums.forEach((value, sum) -> add(of(values, value), count, sum));
        }
        sums.forEach((value, sum) -> average(network, value, sum, values));
    }

    private void keep(int from, int count, Map<Value, float[]> values, float[] batch) {
        int offset = 0;
        for (Value value : kept) {
            float[] all = of(values, value);
            int size = size(value);
            for (int i = 0; i < count; i++) {
                System.arraycopy(all, i * size, batch, i * width + offset, size);
            }
            offset += size;
        }
        rows.write(from, count, batch);
    }

    private static void add(float[] values, int count, double[] sum) {
        for (int i = 0; i < count * sum.length; i++) {
            sum[i % sum.length] += values[i];
        }
    }

    /** Take the means where a layer is observed, and find what follows from them. */
    private void average(
            SectionedNetwork network, Value observed, double[] sum, Map<Value, float[]> values) {
        float[] all = of(values, observed);
        for (int i = 0; i < sum.length; i++) {
            all[i] = (float) (sum[i] / samples);
        }
        Value changed = network.changeable(observed);
        if (!changed.equals(observed)) {
            network.forward(network.readFrom(observed), values);
        }
        System.arraycopy(of(values, changed), 0, means, place(changed), size(changed));
    }

    /** Find the array of a value. */
    static float[] of(Map<Value, float[]> values, Value value) {
        float[] found = values.get(value);
        if (found == null) {
            throw new IllegalStateException("no section gives " + value);
        }
        return found;
    }

    private static int size(Value value) {
        return value.shape().size();
    }

    int samples() {
        return samples;
    }

    /** Return the first section that a lesion changes. */
    int firstSection() {
        return firstSection;
    }

    /** List the values that are kept. */
    List<Value> kept() {
        return kept;
    }

    /** Return the targets of all samples. */
    int[] targets() {
        return targets;
    }

    /**
     * Copy what was kept of some samples to where sections read it.
     *
     * @param into an array for each value that is kept
     * @param room for the values of as many samples as are read
     */
    void read(int from, int count, Map<Value, float[]> into, float[] room) {
        readRows(from, count, room, 0);
        int offset = 0;
        for (Value value : kept) {
            int size = size(value);
            float[] all = of(into, value);
            for (int i = 0; i < count; i++) {
                System.arraycopy(room, i * width + offset, all, i * size, size);
            }
            offset += size;
        }
    }

    /** Copy all that was kept of the other sample that each of some samples was dealt. */
    void readPartners(int from, int count, float[] into) {
        for (int i = 0; i < count; i++) {
            readRows(partners[from + i], 1, into, i * width);
        }
    }

    private void readRows(int from, int count, float[] into, int offset) {
        synchronized (rows) {
            rows.read(from, count, into, offset);
        }
    }

    /**
     * Return what units give that are held at their means, as if it was kept of a sample; elsewhere
     * there is nothing of use.
     */
    float[] means() {
        return means;
    }

    /** Return the number of values kept of a sample. */
    int width() {
        return width;
    }

    /** Return where a value begins among those kept of a sample. */
    int place(Value value) {
        int place = 0;
        for (Value before : kept.subList(0, kept.indexOf(value))) {
            place += size(before);
        }
        return place;
    }

    @Override
    public void close() {
        rows.close();
    }
}
