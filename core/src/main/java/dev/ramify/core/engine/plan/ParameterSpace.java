package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All parameters of a network in one flat array and their gradients in another, in the kernels' own
 * order.
 *
 * <p>Parameters that decay come first, so that decay is one pass over the beginning. Statistics and
 * frozen parameters, which no gradient changes, lie in a third array.
 */
public final class ParameterSpace {

    private final List<Entry> entries;
    private final Map<Integer, Entry> byId = new HashMap<>();
    private final long decayed;
    private final INDArray values;
    private final List<INDArray> gradients;
    private final INDArray constants;

    private record Entry(Parameter parameter, boolean trained, Layout layout, long offset) {}

    /**
     * Lay parameters out.
     *
     * @param layouts how each lies in memory, by id
     * @param derivatives which of them are trained
     * @param lanes number of arrays of gradients, one for each lane
     */
    public ParameterSpace(
            List<Parameter> parameters,
            Map<Integer, Layout> layouts,
            Derivatives derivatives,
            int lanes) {
        List<Parameter> ordered = new ArrayList<>(parameters);
        ordered.sort(Comparator.comparingInt(each -> section(each, derivatives)));
        List<Entry> placed = new ArrayList<>();
        long trained = 0;
        long kept = 0;
        long decaying = 0;
        for (Parameter parameter : ordered) {
            Layout layout = layouts.get(parameter.id());
            if (layout == null) {
                throw new IllegalArgumentException("no layout for parameter " + parameter);
            }
            boolean isTrained = derivatives.include(parameter);
            placed.add(new Entry(parameter, isTrained, layout, isTrained ? trained : kept));
            long taken = Arena.align(layout.length());
            trained += isTrained ? taken : 0;
            kept += isTrained ? 0 : taken;
            decaying += isTrained && parameter.role().decays() ? taken : 0;
        }
        entries = List.copyOf(placed);
        entries.forEach(entry -> byId.put(entry.parameter().id(), entry));
        decayed = decaying;
        values = flat(trained);
        long length = trained;
        gradients = IntStream.range(0, lanes).mapToObj(lane -> flat(length)).toList();
        constants = flat(kept);
    }

    private static int section(Parameter parameter, Derivatives derivatives) {
        if (!derivatives.include(parameter)) {
            return 2;
        }
        return parameter.role().decays() ? 0 : 1;
    }

    private static INDArray flat(long length) {
        return Flat.zeros(length);
    }

    /** Return all trained values. */
    public INDArray values() {
        return values;
    }

    /**
     * Return the gradients of all trained values, an array for each lane; their sum is the
     * gradient.
     */
    public List<INDArray> gradients() {
        return gradients;
    }

    /** Return the number of values at the beginning to which weight decay applies. */
    public long decayed() {
        return decayed;
    }

    /** Return the stored values of a parameter, a view. */
    public INDArray values(Parameter parameter) {
        return view(isTrained(parameter) ? values : constants, parameter);
    }

    /** Return a lane's gradients of a parameter, a view; null for a constant. */
    public @Nullable INDArray gradients(Parameter parameter, int lane) {
        return isTrained(parameter) ? view(gradients.get(lane), parameter) : null;
    }

    /** Tell whether gradients change a parameter. */
    boolean isTrained(Parameter parameter) {
        return entry(parameter).trained();
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
