package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All parameters of a network in one flat array and their gradients in another, in the kernels' own
 * order.
 *
 * <p>Parameters that decay come first, so that decay is one pass over the beginning. Statistics
 * that no gradient changes lie in a third array.
 */
public final class ParameterSpace {

    private final List<Entry> entries;
    private final Map<Integer, Entry> byId = new HashMap<>();
    private final long decayed;
    private final INDArray values;
    private final INDArray gradients;
    private final INDArray statistics;

    private record Entry(Parameter parameter, Layout layout, long offset) {}

    /**
     * Lay parameters out.
     *
     * @param layouts how each lies in memory, by id
     */
    public ParameterSpace(List<Parameter> parameters, Map<Integer, Layout> layouts) {
        List<Parameter> ordered = new ArrayList<>(parameters);
        ordered.sort(Comparator.comparingInt(ParameterSpace::section));
        List<Entry> placed = new ArrayList<>();
        long trained = 0;
        long kept = 0;
        long decaying = 0;
        for (Parameter parameter : ordered) {
            Layout layout = layouts.get(parameter.id());
            if (layout == null) {
                throw new IllegalArgumentException("no layout for parameter " + parameter);
            }
            boolean isTrained = parameter.role().trained();
            placed.add(new Entry(parameter, layout, isTrained ? trained : kept));
            long taken = Arena.align(layout.length());
            trained += isTrained ? taken : 0;
            kept += isTrained ? 0 : taken;
            decaying += parameter.role().decays() ? taken : 0;
        }
        entries = List.copyOf(placed);
        entries.forEach(entry -> byId.put(entry.parameter().id(), entry));
        decayed = decaying;
        values = flat(trained);
        gradients = flat(trained);
        statistics = flat(kept);
    }

    private static int section(Parameter parameter) {
        return parameter.role().decays() ? 0 : parameter.role().trained() ? 1 : 2;
    }

    private static INDArray flat(long length) {
        return Nd4j.zeros(DataType.FLOAT, Math.max(1, length));
    }

    /** Return all trained values. */
    public INDArray values() {
        return values;
    }

    /** Return the gradients of all trained values. */
    public INDArray gradients() {
        return gradients;
    }

    /** Return the number of values at the beginning to which weight decay applies. */
    public long decayed() {
        return decayed;
    }

    /** Return the stored values of a parameter, a view. */
    public INDArray values(Parameter parameter) {
        return view(parameter.role().trained() ? values : statistics, parameter);
    }

    /** Return the stored gradients of a parameter, a view; null for a statistic. */
    public @Nullable INDArray gradients(Parameter parameter) {
        return parameter.role().trained() ? view(gradients, parameter) : null;
    }

    /** Return how a parameter lies in memory. */
    public Layout layout(Parameter parameter) {
        return entry(parameter).layout();
    }

    /** List the parameters in the order in which they lie in memory. */
    public List<Parameter> parameters() {
        return entries.stream().map(Entry::parameter).toList();
    }

    private Entry entry(Parameter parameter) {
        Entry entry = byId.get(parameter.id());
        if (entry == null) {
            throw new IllegalArgumentException("unknown parameter " + parameter);
        }
        return entry;
    }

    /** View the part of a flat array that belongs to a parameter. */
    INDArray view(INDArray flat, Parameter parameter) {
        Entry entry = entry(parameter);
        return Views.of(flat, entry.offset(), entry.layout().length());
    }
}
