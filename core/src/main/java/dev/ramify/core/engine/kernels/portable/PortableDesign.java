package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import java.util.function.Function;

/** The design of a portable kernel: layouts follow from the operation, the rest is declared. */
record PortableDesign(
        Outline outline,
        Needs needs,
        long workspace,
        long scratch,
        Function<Bindings, Kernel> binder)
        implements KernelDesign {

    /** What the backward pass reads, and what is shared with the input. */
    record Needs(
            boolean keepsInputs,
            boolean keepsOutputs,
            boolean sharesValue,
            boolean sharesGradient) {

        static final Needs NOTHING = new Needs(false, false, false, false);
        static final Needs INPUTS = new Needs(true, false, false, false);
        static final Needs OUTPUTS = new Needs(false, true, false, false);
        static final Needs BOTH = new Needs(true, true, false, false);
        static final Needs SHARED = new Needs(false, false, true, true);
        static final Needs SHARED_VALUE = new Needs(false, false, true, false);
        static final Needs SHARED_GRADIENT = new Needs(false, false, false, true);
    }

    /** The operation and the number of samples. */
    record Outline(Operation operation, int samples) {

        ChannelMajor layout(Value value) {
            return new ChannelMajor(value.shape(), samples);
        }

        PortableDesign design(Needs needs, Function<Bindings, Kernel> binder) {
            return design(needs, 0, 0, binder);
        }

        PortableDesign design(
                Needs needs, long workspace, long scratch, Function<Bindings, Kernel> binder) {
            return new PortableDesign(this, needs, workspace, scratch, binder);
        }

        PortableDesign identity() {
            return design(Needs.SHARED, bindings -> Identity.KERNEL);
        }
    }

    /** Does nothing: input and output are one. */
    private enum Identity implements Kernel {
        KERNEL;

        @Override
        public void forward() {}

        @Override
        public void backward() {}
    }

    @Override
    public List<Layout> outputs() {
        return PortableKernels.layouts(outline.operation().outputs(), outline.samples());
    }

    @Override
    public List<Layout> parameters() {
        return PortableKernels.layouts(outline.operation().parameters());
    }

    @Override
    public boolean keepsInput(int index) {
        return needs.keepsInputs();
    }

    @Override
    public boolean keepsOutputs() {
        return needs.keepsOutputs();
    }

    @Override
    public boolean sharesValue() {
        return needs.sharesValue();
    }

    @Override
    public boolean sharesGradient() {
        return needs.sharesGradient();
    }

    @Override
    public String describe() {
        return "portable "
                + outline.operation().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return binder.apply(bindings);
    }
}
