package dev.ramify.core.engine;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Sections;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.plan.LaneGroup;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.Plans;
import dev.ramify.core.machine.Crew;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A network that is run forward section by section, between which the units of the observed layers
 * can be changed. Sections can be run again with other values, without those before them, and for
 * some samples of a batch alone. Not thread-safe.
 */
public final class SectionedNetwork implements AutoCloseable {

    private final Graph graph;
    private final int batch;
    private final Crew crew;
    private final Sections cut;
    private final List<Section> sections = new ArrayList<>();

    SectionedNetwork(Graph graph, Kernels kernels, int batch, Crew crew) {
        this.graph = graph;
        this.batch = batch;
        this.crew = crew;
        cut = Sections.of(graph);
        cut.graphs().forEach(section -> sections.add(new Section(section, kernels)));
    }

    /** Return the greatest number of samples at a time; values are always given for as many. */
    public int batch() {
        return batch;
    }

    /** Return the images. */
    public Value input() {
        return graph.input();
    }

    /** Return the logits. */
    public Value output() {
        return graph.output();
    }

    /** Return the number of sections. */
    public int sections() {
        return sections.size();
    }

    /** List where layers are observed, one site for each of their parts. */
    public List<Site> sites() {
        return graph.sites();
    }

    /** Return the number of the section from which on a value is read, from 1 on. */
    public int readFrom(Value value) {
        return cut.depth(value);
    }

    /**
     * Return the value in which units are best changed: what follows from a site's value channel by
     * channel, zeros from zeros. It may be the logits, which no section reads.
     */
    public Value changeable(Value observed) {
        return cut.end(observed);
    }

    /** List the values that a section reads from those before it. */
    public List<Value> inputs(int section) {
        return sections.get(section).graph.inputs();
    }

    /** Take over trained parameters and statistics. */
    public void load(Map<String, Named> arrays) {
        sections.forEach(section -> section.plans.load(arrays));
    }

    /**
     * Compute one section.
     *
     * @param values holds what the section reads and receives what it gives, each {@code [batch,
     *     channels, height, width]}
     */
    public void forward(int section, Map<Value, float[]> values) {
        sections.get(section).forward(values);
    }

    /**
     * Compute one section for some samples alone; what is there for the others stays.
     *
     * @param values as for all samples
     * @param samples places of the samples in the batch, each at most once
     */
    public void forward(int section, Map<Value, float[]> values, int[] samples) {
        if (samples.length > 0) {
            sections.get(section).forward(values, new SampleRows(samples));
        }
    }

    @Override
    public void close() {
        sections.forEach(section -> section.plans.close());
        crew.close();
    }

    private final class Section {

        private final Graph graph;
        private final Plans plans;
        private final Map<Value, float[]> gathered = new HashMap<>();

        Section(Graph graph, Kernels kernels) {
            this.graph = graph;
            plans = new Plans(graph, kernels, Purpose.INFERENCE, batch, crew);
        }

        void forward(Map<Value, float[]> values) {
            run(batch, input -> known(values, input));
            for (Site given : graph.sites()) {
                plans.of(batch).observe(given.value(), room(values, given.value()));
            }
        }

        void forward(Map<Value, float[]> values, SampleRows rows) {
            int count = rows.samples().length;
            for (Value input : graph.inputs()) {
                rows.gather(known(values, input), size(input), room(gathered, input));
            }
            run(count, input -> known(gathered, input));
            for (Site given : graph.sites()) {
                float[] some = room(gathered, given.value());
                plans.of(count).observe(given.value(), some);
                rows.scatter(some, size(given.value()), room(values, given.value()));
            }
        }

        private void run(int samples, Function<Value, float[]> inputs) {
            LaneGroup lanes = plans.upToDate(samples);
            lanes.forward(
                    new LaneGroup.Work() {
                        @Override
                        public void before(int lane) {
                            for (Value input : graph.inputs()) {
                                lanes.input(lane, input, inputs.apply(input));
                            }
                        }

                        @Override
                        public void between(int lane) {}
                    });
        }

        private float[] room(Map<Value, float[]> values, Value value) {
            return values.computeIfAbsent(value, each -> new float[batch * size(each)]);
        }

        private static int size(Value value) {
            return value.shape().size();
        }

        private static float[] known(Map<Value, float[]> values, Value input) {
            float[] found = values.get(input);
            if (found == null) {
                throw new IllegalArgumentException(input + " is missing");
            }
            return found;
        }
    }
}
