package dev.ramify.core.training;

import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a unit of the lesioned layer is changed.
 *
 * @param value that is changed
 * @param section before which that is done
 * @param channel of the value
 * @param place of the channel's map among what is kept of a sample
 */
record LesionedUnit(Value value, int section, int channel, int place) {

    /** List the units of a layer, part by part. */
    static List<LesionedUnit> of(
            SectionedNetwork network, IntactMaps intact, List<PlacedLayer> parts) {
        List<LesionedUnit> units = new ArrayList<>();
        for (PlacedLayer part : parts) {
            Site site = Site.of(network.sites(), part.path());
            Value value = network.changeable(site.value());
            for (int channel = site.from(); channel < site.from() + site.units(); channel++) {
                int place = intact.place(value) + channel * value.shape().area();
                units.add(new LesionedUnit(value, network.readFrom(value), channel, place));
            }
        }
        return units;
    }

    /**
     * Change the unit's map in some samples.
     *
     * @param values of the samples
     * @param maps what is given instead, as it is kept of a sample
     * @param step from one sample to the next one there; 0 where all are given the same
     */
    void replace(float[] values, int samples, float[] maps, int step) {
        int size = value.shape().size();
        int area = value.shape().area();
        for (int sample = 0; sample < samples; sample++) {
            int from = sample * step + place;
            int to = sample * size + channel * area;
            if (area == 1) {
                values[to] = maps[from];
            } else {
                System.arraycopy(maps, from, values, to, area);
            }
        }
    }
}
