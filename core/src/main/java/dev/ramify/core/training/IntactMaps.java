package dev.ramify.core.training;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.store.ScratchRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the intact network gives, sample by sample, where it is cut: the values of the layer that is
 * lesioned and all others that later sections read. Kept in a file, for maps are many. Not
 * thread-safe.
 */
final class IntactMaps implements AutoCloseable {

    private static final Seed NO_CHANGES = new Seed(0);

    private final SectionedNetwork network;
    private final int samples;
    private final int[] targets;
    private final int[] partners;
    private final List<Value> kept;
    private final int width;
    private final ScratchRows rows;
    private final float[] batch;
    private final double[] sums;

    /**
     * Run the intact network over the samples.
     *
     * @param network with parameters loaded
     * @param input how images are prepared; random changes are left out
     * @param seed decides which other sample each one is given the maps of
     * @param folder for the file
     */
    IntactMaps(SectionedNetwork network, Input input, Examples examples, Seed seed, Path folder) {
        this.network = network;
        this.samples = examples.size();
        this.kept = kept(network);
        this.width = kept.stream().mapToInt(value -> value.shape().size()).sum();
        this.targets = new int[samples * input.targets().objective().targets()];
        this.partners = cycle(samples, seed.generator());
        this.sums = new double[width];
        this.batch = new float[network.batch() * width];
        this.rows = new ScratchRows(folder, width);
        fill(input.plain(), examples);
    }

    private static List<Value> kept(SectionedNetwork network) {
        Set<Value> kept = new LinkedHashSet<>();
        network.sites().forEach(site -> kept.add(site.value()));
        Set<Value> made = new LinkedHashSet<>();
        for (int section = 1; section < network.sections(); section++) {
            made.addAll(network.inputs(section));
        }
        kept.addAll(made);
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

    private void fill(Input input, Examples examples) {
        Map<Value, float[]> values = new HashMap<>();
        float[] images = new float[network.batch() * input.shape().size()];
        int[] some = new int[network.batch() * input.targets().objective().targets()];
        values.put(network.input(), images);
        for (int from = 0; from < samples; from += network.batch()) {
            int count = Math.min(network.batch(), samples - from);
            for (int i = 0; i < count; i++) {
                input.read(examples, from + i, NO_CHANGES, images, some, i);
            }
            int perSample = input.targets().objective().targets();
            System.arraycopy(some, 0, targets, from * perSample, count * perSample);
            for (int section = 0; section < network.sections(); section++) {
                network.forward(section, values);
            }
            keep(from, count, values);
        }
    }

    private void keep(int from, int count, Map<Value, float[]> values) {
        int offset = 0;
        for (Value value : kept) {
            float[] all = of(values, value);
            int size = value.shape().size();
            for (int i = 0; i < count; i++) {
                System.arraycopy(all, i * size, batch, i * width + offset, size);
            }
            offset += size;
        }
        for (int i = 0; i < count * width; i++) {
            sums[i % width] += batch[i];
        }
        rows.write(from, count, batch);
    }

    private static float[] of(Map<Value, float[]> values, Value value) {
        float[] found = values.get(value);
        if (found == null) {
            throw new IllegalStateException("no section gives " + value);
        }
        return found;
    }

    int samples() {
        return samples;
    }

    /** Return the targets of all samples. */
    int[] targets() {
        return targets;
    }

    /** Copy what was kept of some samples to where sections read it. */
    void read(int from, int count, Map<Value, float[]> into) {
        rows.read(from, count, batch, 0);
        int offset = 0;
        for (Value value : kept) {
            int size = value.shape().size();
            float[] all = into.computeIfAbsent(value, v -> new float[network.batch() * size]);
            for (int i = 0; i < count; i++) {
                System.arraycopy(batch, i * width + offset, all, i * size, size);
            }
            offset += size;
        }
    }

    /** Copy all that was kept of the other sample that each of some samples was dealt. */
    void readPartners(int from, int count, float[] into) {
        for (int i = 0; i < count; i++) {
            rows.read(partners[from + i], 1, into, i * width);
        }
    }

    /** Copy the means over all samples, as if they were one sample. */
    void readMeans(float[] into) {
        for (int i = 0; i < width; i++) {
            into[i] = (float) (sums[i] / samples);
        }
    }

    /** Return the number of values kept of a sample. */
    int width() {
        return width;
    }

    /** Return where the first map of a site begins among the values kept of a sample. */
    int place(Site site) {
        int place = site.from() * site.value().shape().area();
        for (Value value : kept.subList(0, kept.indexOf(site.value()))) {
            place += value.shape().size();
        }
        return place;
    }

    @Override
    public void close() {
        rows.close();
    }
}
