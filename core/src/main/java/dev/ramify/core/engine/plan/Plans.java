package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.machine.Crew;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plans of one graph for batches of several sizes, over the same parameters.
 *
 * <p>A plan has arrays of its own, so only those used last are kept; an older one is closed and
 * made again when it is needed. Not thread-safe.
 */
public final class Plans implements AutoCloseable {

    /** Full batches, the last batch of an epoch, and two more. */
    static final int MOST = 4;

    private final Graph graph;
    private final Kernels kernels;
    private final Purpose purpose;
    private final Crew crew;
    private final List<Design> designs;
    private final ParameterSpace parameters;
    private final Set<Integer> upToDate = new HashSet<>();
    private final LinkedHashMap<Integer, LaneGroup> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Plan the largest batch, which decides how parameters lie in memory.
     *
     * @param batch greatest number of samples
     */
    public Plans(Graph graph, Kernels kernels, Purpose purpose, int batch, Crew crew) {
        this.graph = graph;
        this.kernels = kernels;
        this.purpose = purpose;
        this.crew = crew;
        designs = LaneGroup.design(graph, kernels, batch, purpose, Map.of());
        parameters =
                new ParameterSpace(
                        graph.parameters(),
                        designs.get(0).parameters(),
                        purpose.derivatives(),
                        purpose.derivatives().parameters() ? designs.size() : 0);
        known.put(batch, LaneGroup.build(graph, designs, parameters, crew));
    }

    /** Return what is computed. */
    public Graph graph() {
        return graph;
    }

    /** Return the kernels of a full batch, lane by lane. */
    public List<Design> designs() {
        return designs;
    }

    /** Return the parameters and their gradients. */
    public ParameterSpace parameters() {
        return parameters;
    }

    /**
     * Return the lanes for a number of samples. Those of other sizes may be closed.
     *
     * @param samples at most the size of a full batch
     */
    public LaneGroup of(int samples) {
        LaneGroup lanes = known.get(samples);
        if (lanes == null) {
            closeOldest();
            lanes =
                    LaneGroup.build(
                            graph,
                            LaneGroup.design(
                                    graph, kernels, samples, purpose, designs.get(0).parameters()),
                            parameters,
                            crew);
            known.put(samples, lanes);
        }
        return lanes;
    }

    /**
     * Return the lanes for a number of samples, with what follows from the parameters up to date;
     * for networks whose parameters change seldom.
     */
    public LaneGroup upToDate(int samples) {
        LaneGroup lanes = of(samples);
        if (upToDate.add(samples)) {
            lanes.refresh();
        }
        return lanes;
    }

    /** Take over parameters and statistics, by name. */
    public void load(Map<String, Named> arrays) {
        new LogicalOrder(parameters).write(Folding.apply(graph.folds(), arrays));
        upToDate.clear();
    }

    private void closeOldest() {
        if (known.size() >= MOST) {
            Integer oldest = known.keySet().iterator().next();
            upToDate.remove(oldest);
            LaneGroup closed = known.remove(oldest);
            if (closed != null) {
                closed.close();
            }
        }
    }

    /** List the sizes of the batches whose plans are kept, the one used last at the end. */
    public List<Integer> sizes() {
        return new ArrayList<>(known.keySet());
    }

    /** Return the number of bytes of values, gradients, parameters and scratch. */
    public long bytes() {
        long floats = known.values().stream().mapToLong(LaneGroup::floats).sum();
        return Float.BYTES
                * (floats + (1L + parameters.gradients().size()) * parameters.values().length());
    }

    @Override
    public void close() {
        known.values().forEach(LaneGroup::close);
        known.clear();
    }
}
