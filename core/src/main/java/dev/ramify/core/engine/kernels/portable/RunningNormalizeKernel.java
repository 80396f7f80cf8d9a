package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalization by running statistics. */
final class RunningNormalizeKernel implements Kernel {

    private final Normalize operation;
    private final Bindings bindings;
    private final ChannelMajor layout;

    private RunningNormalizeKernel(Normalize operation, int samples, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        layout = new ChannelMajor(operation.input().shape(), samples);
    }

    static KernelDesign design(PortableDesign.Outline outline, Normalize operation) {
        return outline.design(
                operation.relu() ? Needs.BOTH : Needs.INPUTS,
                0,
                outline.layout(operation.input()).length(),
                bindings -> new RunningNormalizeKernel(operation, outline.samples(), bindings));
    }

    @Override
    public void forward() {
        INDArray scale = parameter(0);
        INDArray shift = parameter(1);
        INDArray mean = parameter(2);
        INDArray deviation = Transforms.sqrt(parameter(3).add(operation.epsilon()), false);
        INDArray factor = scale.div(deviation);
        INDArray output = layout.rows(bindings.outputs().get(0));
        output.assign(layout.rows(bindings.inputs().get(0)))
                .muliColumnVector(factor)
                .addiColumnVector(shift.sub(mean.mul(factor)));
        if (operation.added() != null) {
            output.addi(layout.rows(bindings.inputs().get(1)));
        }
        Activations.forward(operation.activation(), output, output);
    }

    private INDArray parameter(int index) {
        INDArray vector = bindings.parameters().get(index);
        return Views.of(vector, 0, vector.length(), 1);
    }

    @Override
    public void backward() {
        INDArray gradient = layout.rows(bindings.outputGradients().get(0));
        INDArray passed = layout.rows(bindings.scratch());
        if (operation.activation() != null) {
            Activations.backward(
                    operation.activation(),
                    layout.rows(bindings.outputs().get(0)),
                    gradient,
                    passed);
        } else {
            passed.assign(gradient);
        }
        INDArray deviation = Transforms.sqrt(parameter(3).add(operation.epsilon()), false);
        if (Gradients.areWanted(bindings)) {
            INDArray standardized =
                    layout.rows(bindings.inputs().get(0))
                            .subColumnVector(parameter(2))
                            .diviColumnVector(deviation);
            Gradients.of(bindings, 0).assign(standardized.muli(passed).sum(1));
            Gradients.of(bindings, 1).assign(passed.sum(1));
        }
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            layout.rows(target).assign(passed.muliColumnVector(parameter(0).div(deviation)));
        }
    }
}
