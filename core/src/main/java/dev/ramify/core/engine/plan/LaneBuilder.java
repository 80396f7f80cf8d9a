package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Differentiation;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives a design its arrays. */
final class LaneBuilder {

    private final Design design;
    private final ParameterSpace parameters;
    private final Shared shared;
    private final Memory memory;
    private final Bindings.Pass pass;
    private final Differentiation differentiation;

    LaneBuilder(Design design, ParameterSpace parameters, Shared shared, Bindings.Pass pass) {
        this.design = design;
        this.parameters = parameters;
        this.shared = shared;
        this.pass = pass;
        this.differentiation = design.differentiation();
        this.memory = new Memory(shared.placement(design));
    }

    /** Make the kernels over arrays of their own, the parameters, and what lanes share. */
    Lane build() {
        List<Kernel> kernels = new ArrayList<>();
        List<Boolean> trained = new ArrayList<>();
        for (int i = 0; i < design.kernels().size(); i++) {
            kernels.add(design.kernels().get(i).bind(bindings(i)));
            trained.add(isTrained(design.graph().operations().get(i)));
        }
        return new Lane(design, kernels, trained, memory, pass);
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
                shared.derived(design, i),
                shared.shown(i),
                pass);
    }

    private boolean isTrained(Operation operation) {
        return design.runsBackward() && differentiation.reaches(operation);
    }

    private List<@Nullable INDArray> inputGradients(Operation operation) {
        List<@Nullable INDArray> gradients = new ArrayList<>();
        for (Value input : operation.inputs()) {
            gradients.add(differentiation.reaches(input) ? memory.gradient(input) : null);
        }
        return gradients;
    }

    private List<@Nullable INDArray> parameterGradients(Operation operation) {
        List<@Nullable INDArray> gradients = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            gradients.add(
                    differentiation.reaches(parameter)
                            ? parameters.gradients(parameter, pass.lane())
                            : null);
        }
        return gradients;
    }
}
