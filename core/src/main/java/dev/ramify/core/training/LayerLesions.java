package dev.ramify.core.training;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.data.Examples;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.optimization.Objective;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.machine.NativeThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Lesions of one layer of a compiled network.
 *
 * <p>The intact network is run once; then every lesion runs only what follows the layer. Answers
 * are kept. Threads wait for each other.
 */
public final class LayerLesions implements Lesions, AutoCloseable {

    private final String layer;
    private final SectionedNetwork network;
    private final IntactMaps intact;
    private final Objective objective;
    private final int[] labels;
    private final int classes;
    private final List<Unit> units = new ArrayList<>();
    private final Map<Question, int[]> answers = new HashMap<>();
    private final Map<Value, float[]> values = new HashMap<>();
    private final float[] means;
    private final float[] partners;
    private final float[] unused;

    /**
     * A unit's map.
     *
     * @param site where the unit is
     * @param section before which it is changed
     * @param channel of the site's value
     * @param place of its map among what is kept of a sample
     */
    private record Unit(Site site, int section, int channel, int place) {}

    private record Question(BitSet silenced, Replacement replacement) {}

    /**
     * What lesions are made of.
     *
     * @param engine compiles the network
     * @param architecture of the network
     * @param input how images are prepared, and what the network is to tell
     * @param samples what the network is shown
     * @param classes number of classes
     * @param batch greatest number of samples at a time
     * @param seed decides which other sample each one is given the maps of
     * @param folder for a file of maps, deleted in the end
     */
    public record Subject(
            Engine engine,
            Architecture architecture,
            Input input,
            Examples samples,
            int classes,
            int batch,
            Seed seed,
            Path folder) {}

    /**
     * Compile the network and run it once.
     *
     * @param parameters of the network, by name
     * @param layer the name of a weighted layer
     */
    public LayerLesions(Subject subject, Map<String, Named> parameters, String layer) {
        NativeThreads.one();
        this.layer = layer;
        objective = subject.input().targets().objective();
        classes = subject.classes();
        labels = new int[subject.samples().size()];
        Arrays.setAll(labels, subject.samples()::label);
        network =
                subject.engine()
                        .sectioned(
                                subject.architecture(),
                                new Observation(Set.of(layer), Observation.Point.ACTIVATION, false),
                                subject.batch());
        network.load(parameters);
        intact =
                new IntactMaps(
                        network,
                        subject.input(),
                        subject.samples(),
                        subject.seed(),
                        subject.folder());
        subject.architecture().view(layer).parts().forEach(this::addUnits);
        means = new float[intact.width()];
        intact.readMeans(means);
        partners = new float[network.batch() * intact.width()];
        unused = new float[network.batch() * objective.outputs()];
    }

    private void addUnits(PlacedLayer part) {
        Site site = Site.of(network.sites(), part.path());
        int section = network.changedBefore(site);
        int place = intact.place(site);
        int area = site.value().shape().area();
        for (int unit = 0; unit < site.units(); unit++) {
            units.add(new Unit(site, section, site.from() + unit, place + unit * area));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the thread is interrupted
     */
    @Override
    public synchronized int[] correct(boolean[] silenced, Replacement replacement) {
        if (silenced.length != units.size()) {
            throw new IllegalArgumentException(
                    "layer '%s' has %d units, found %d entries"
                            .formatted(layer, units.size(), silenced.length));
        }
        BitSet set = new BitSet();
        for (int unit = 0; unit < silenced.length; unit++) {
            set.set(unit, silenced[unit]);
        }
        return answers.computeIfAbsent(new Question(set, replacement), key -> run(set, replacement))
                .clone();
    }

    private int[] run(BitSet silenced, Replacement replacement) {
        NativeThreads.one();
        int[] correct = new int[classes];
        for (int from = 0; from < intact.samples(); from += network.batch()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            int count = Math.min(network.batch(), intact.samples() - from);
            intact.read(from, count, values);
            if (replacement == Replacement.RESAMPLE && !silenced.isEmpty()) {
                intact.readPartners(from, count, partners);
            }
            change(1, count, silenced, replacement);
            for (int section = 1; section < network.sections(); section++) {
                network.forward(section, values);
                change(section + 1, count, silenced, replacement);
            }
            count(from, count, correct);
        }
        return correct;
    }

    private void change(int section, int count, BitSet silenced, Replacement replacement) {
        silenced.stream()
                .mapToObj(units::get)
                .filter(unit -> unit.section() == section)
                .forEach(unit -> silence(unit, count, replacement));
    }

    private void silence(Unit unit, int count, Replacement replacement) {
        float[] all = value(unit.site().value());
        int size = unit.site().value().shape().size();
        int area = unit.site().value().shape().area();
        for (int sample = 0; sample < count; sample++) {
            int at = sample * size + unit.channel() * area;
            switch (replacement) {
                case ZERO -> Arrays.fill(all, at, at + area, 0);
                case MEAN -> System.arraycopy(means, unit.place(), all, at, area);
                case RESAMPLE -> {
                    int from = sample * intact.width() + unit.place();
                    System.arraycopy(partners, from, all, at, area);
                }
            }
        }
    }

    private void count(int from, int count, int[] correct) {
        float[] logits = value(network.output());
        int[] targets = intact.targets();
        int perSample = objective.targets();
        int[] some = Arrays.copyOfRange(targets, from * perSample, (from + count) * perSample);
        for (int i = 0; i < count; i++) {
            if (objective.evaluate(logits, some, i, 1, 0, unused).right() == 1) {
                correct[labels[from + i]]++;
            }
        }
    }

    private float[] value(Value value) {
        float[] found = values.get(value);
        if (found == null) {
            throw new IllegalStateException("no section gives " + value);
        }
        return found;
    }

    @Override
    public void close() {
        intact.close();
        network.close();
    }
}
