package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives a design its arrays. */
public final class LaneBuilder {

    private final Design design;
    private final ParameterSpace parameters;
    private final Memory memory;
    private final Bindings.Pass pass = new Bindings.Pass(0);
    private final Set<Integer> differentiated;

    private LaneBuilder(Design design, ParameterSpace parameters) {
        this.design = design;
        this.parameters = parameters;
        this.differentiated = design.graph().differentiated();
        Set<Integer> pinned =
                design.graph().sites().stream()
                        .map(site -> site.value().id())
                        .collect(Collectors.toSet());
        this.memory = new Memory(design, pinned);
    }

    /** Make the kernels of a design over arrays of their own and the given parameters. */
    public static Lane build(Design design, ParameterSpace parameters) {
        LaneBuilder builder = new LaneBuilder(design, parameters);
        List<Kernel> kernels = new ArrayList<>();
        List<Kernel> backward = new ArrayList<>();
        for (int i = 0; i < design.kernels().size(); i++) {
            Kernel kernel = design.kernels().get(i).bind(builder.bindings(i));
            kernels.add(kernel);
            if (builder.isTrained(design.graph().operations().get(i))) {
                backward.add(0, kernel);
            }
        }
        return new Lane(design, kernels, backward, builder.memory, builder.pass);
    }

    private Bindings bindings(int i) {
        Operation operation = design.graph().operations().get(i);
        boolean training = isTrained(operation);
        return new Bindings(
                operation.inputs().stream().map(memory::value).toList(),
                operation.outputs().stream().map(memory::value).toList(),
                training ? inputGradients(operation) : List.of(),
                training ? operation.outputs().stream().map(memory::gradient).toList() : List.of(),
                operation.parameters().stream().map(parameters::values).toList(),
                training ? parameterGradients(operation) : List.of(),
                memory.workspace(i),
                memory.scratch(),
                pass);
    }

    private boolean isTrained(Operation operation) {
        return design.mode() == Mode.TRAINING
                && differentiated.contains(operation.outputs().get(0).id());
    }

    private List<@Nullable INDArray> inputGradients(Operation operation) {
        List<@Nullable INDArray> gradients = new ArrayList<>();
        for (Value input : operation.inputs()) {
            gradients.add(differentiated.contains(input.id()) ? memory.gradient(input) : null);
        }
        return gradients;
    }

    private List<@Nullable INDArray> parameterGradients(Operation operation) {
        List<@Nullable INDArray> gradients = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            gradients.add(parameters.gradients(parameter));
        }
        return gradients;
    }
}
