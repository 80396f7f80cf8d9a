package dev.ramify.core.engine.kernels;

import dev.ramify.core.engine.graph.Operation.Tap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tap, in whatever layout values come: it copies to and from logical order, so all kernels share
 * it.
 */
public final class TapDesign implements KernelDesign {

    private final Tap operation;
    private final Layout layout;
    private final int samples;

    public TapDesign(KernelRequest request, Tap operation) {
        this.operation = operation;
        layout = request.inputs().get(0);
        samples = request.samples();
    }

    @Override
    public List<Layout> outputs() {
        return List.of(layout);
    }

    /** Values that are changed must not be changed for whoever made them. */
    @Override
    public boolean sharesValue() {
        return !operation.changes();
    }

    @Override
    public String describe() {
        return "tap";
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return new TapKernel(bindings);
    }

    private final class TapKernel implements Kernel {

        private final TapBuffer buffer;
        private final int first;
        private final int offset;
        private final Layout.Port input;
        private final Layout.Port output;
        private final Layout.@Nullable Port outputGradient;
        private final Layout.@Nullable Port inputGradient;

        TapKernel(Bindings bindings) {
            buffer = bindings.pass().taps().of(operation.output());
            first = bindings.pass().firstSample();
            offset = first * buffer.size();
            input = layout.open(bindings.inputs().get(0));
            output = layout.open(bindings.outputs().get(0));
            outputGradient = port(bindings.outputGradients());
            inputGradient = port(bindings.inputGradients());
        }

        private Layout.@Nullable Port port(List<? extends @Nullable INDArray> gradients) {
            @Nullable INDArray gradient = gradients.isEmpty() ? null : gradients.get(0);
            return gradient == null ? null : layout.open(gradient);
        }

        @Override
        public void forward() {
            input.read(buffer.values(), offset);
            if (operation.changes()) {
                buffer.changeValues(first, samples);
                output.write(buffer.values(), offset);
            }
        }

        @Override
        public void backward() {
            if (outputGradient != null) {
                outputGradient.read(buffer.gradients(), offset);
                buffer.addGradients(first, samples);
                if (inputGradient != null) {
                    inputGradient.write(buffer.gradients(), offset);
                }
            }
        }
    }
}
