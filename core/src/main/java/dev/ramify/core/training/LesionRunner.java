package dev.ramify.core.training;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.optimization.Loss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs what follows a layer again and again over the same few samples, each time with other units
 * lesioned. Used by one thread at a time.
 */
final class LesionRunner implements AutoCloseable {

    private final SectionedNetwork network;
    private final IntactMaps intact;
    private final List<LesionedUnit> units;
    private final Loss loss;
    private final int first;
    private final Map<Value, float[]> unchanged = new HashMap<>();
    private final Map<Value, float[]> values = new HashMap<>();
    private final float[] zeros;
    private final float[] partners; // and room to read into
    private int from;
    private int count;

    /**
     * @param network with parameters loaded; closed with this
     * @param intact maps of all samples, that others read too
     * @param units of the layer
     */
    LesionRunner(SectionedNetwork network, IntactMaps intact, List<LesionedUnit> units, Loss loss) {
        this.network = network;
        this.intact = intact;
        this.units = units;
        this.loss = loss;
        this.first = intact.firstSection();
        this.zeros = new float[intact.width()];
        this.partners = new float[network.batch() * intact.width()];
        intact.kept().forEach(value -> values.put(value, room(value)));
        intact.kept().forEach(value -> unchanged.put(value, room(value)));
    }

    private float[] room(Value value) {
        return new float[network.batch() * value.shape().size()];
    }

    /**
     * Take samples in.
     *
     * @param resampled whether there will be lesions that give units their maps of other samples
     */
    void take(int newFrom, int newCount, boolean resampled) {
        from = newFrom;
        count = newCount;
        intact.read(from, count, unchanged, partners);
        if (resampled) {
            intact.readPartners(from, count, partners);
        }
    }

    /** Run with a lesion and add what is right to each class. */
    void count(Lesion lesion, int[] labels, int[] correct) {
        unchanged.forEach(
                (value, maps) ->
                        System.arraycopy(
                                maps, 0, IntactMaps.of(values, value), 0, count * size(value)));
        change(first, lesion);
        for (int section = first; section < network.sections(); section++) {
            network.forward(section, values);
            change(section + 1, lesion);
        }
        float[] logits = IntactMaps.of(values, network.output());
        int[] targets = intact.targets();
        for (int i = 0; i < count; i++) {
            if (loss.isCorrect(logits, i, targets, from + i)) {
                correct[labels[from + i]]++;
            }
        }
    }

    private static int size(Value value) {
        return value.shape().size();
    }

    private void change(int section, Lesion lesion) {
        int step = lesion.replacement() == Replacement.RESAMPLE ? intact.width() : 0;
        float[] maps =
                switch (lesion.replacement()) {
                    case ZERO -> zeros;
                    case MEAN -> intact.means();
                    case RESAMPLE -> partners;
                };
        for (int i = lesion.silenced().nextSetBit(0);
                i >= 0;
                i = lesion.silenced().nextSetBit(i + 1)) {
            LesionedUnit unit = units.get(i);
            if (unit.section() == section) {
                unit.replace(IntactMaps.of(values, unit.value()), count, maps, step);
            }
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
