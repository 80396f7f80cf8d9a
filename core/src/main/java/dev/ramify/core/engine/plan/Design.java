package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Differentiation;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kernels chosen for a graph, and how every value and parameter lies in memory: a plan without
 * arrays.
 *
 * @param graph what is computed
 * @param samples number of samples at a time
 * @param purpose what the plan is for
 * @param differentiation which values and parameters have gradients
 * @param kernels one design per operation, in order
 * @param values layouts by id of the value
 * @param parameters layouts by id of the parameter
 */
public record Design(
        Graph graph,
        int samples,
        Purpose purpose,
        Differentiation differentiation,
        List<KernelDesign> kernels,
        Map<Integer, Layout> values,
        Map<Integer, Layout> parameters) {

    /**
     * Choose kernels for a graph, operation by operation, so that each finds its inputs as the one
     * before left them.
     *
     * @param lanes number of samples of every lane that the batch is divided between
     * @param fixed layouts that parameters have already, by id; empty where the kernels may choose
     */
    public static Design of(
            Graph graph,
            Kernels kernels,
            int samples,
            int[] lanes,
            Purpose purpose,
            Map<Integer, Layout> fixed) {
        Differentiation differentiation = new Differentiation(graph, purpose.derivatives());
        Map<Integer, Layout> values = new HashMap<>();
        Map<Integer, Layout> parameters = new LinkedHashMap<>();
        List<KernelDesign> designs = new ArrayList<>();
        for (Value input : graph.inputs()) {
            values.put(input.id(), kernels.input(input.shape(), samples));
        }
        for (Operation operation : graph.operations()) {
            List<Layout> inputs =
                    operation.inputs().stream().map(value -> known(values, value)).toList();
            KernelDesign design =
                    kernels.design(
                            new KernelRequest(
                                    operation,
                                    inputs,
                                    operation.inputs().stream()
                                            .map(differentiation::reaches)
                                            .toList(),
                                    operation.parameters().stream()
                                            .map(differentiation::reaches)
                                            .toList(),
                                    samples,
                                    lanes,
                                    purpose.statistics(operation),
                                    purpose.dropout(),
                                    fixed(operation, fixed)));
            designs.add(design);
            for (int i = 0; i < operation.outputs().size(); i++) {
                values.put(operation.outputs().get(i).id(), design.outputs().get(i));
            }
            for (int i = 0; i < operation.parameters().size(); i++) {
                parameters.put(operation.parameters().get(i).id(), design.parameters().get(i));
            }
        }
        return new Design(
                graph, samples, purpose, differentiation, List.copyOf(designs), values, parameters);
    }

    private static @Nullable List<Layout> fixed(Operation operation, Map<Integer, Layout> fixed) {
        List<Layout> layouts = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            Layout layout = fixed.get(parameter.id());
            if (layout == null) {
                return null;
            }
            layouts.add(layout);
        }
        return layouts;
    }

    private static Layout known(Map<Integer, Layout> values, Value value) {
        Layout layout = values.get(value.id());
        if (layout == null) {
            throw new IllegalStateException("no operation makes " + value);
        }
        return layout;
    }

    /** Tell whether the plan has a way back. */
    boolean runsBackward() {
        return !purpose.derivatives().isEmpty();
    }

    /** Return how a value lies in memory. */
    public Layout layout(Value value) {
        return known(values, value);
    }
}
