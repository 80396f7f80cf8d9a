package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An operation on portable kernels, between copies: slow, but it runs. */
final class PortableFallback implements KernelDesign {

    private final KernelRequest request;
    private final KernelDesign portable;
    private final List<Layout> outputs;
    private final String reason;

    PortableFallback(Dnn dnn, KernelRequest request, String reason) {
        this.request = request;
        this.reason = reason;
        portable = new PortableKernels().design(request);
        outputs = request.operation().outputs().stream().map(value -> plain(dnn, value)).toList();
    }

    private Layout plain(Dnn dnn, Value value) {
        return new BlockedLayout(
                dnn,
                Dnn.plain(
                        request.samples(),
                        value.shape().channels(),
                        value.shape().height(),
                        value.shape().width()));
    }

    @Override
    public List<Layout> outputs() {
        return outputs;
    }

    @Override
    public List<Layout> parameters() {
        return portable.parameters();
    }

    @Override
    public String describe() {
        return portable.describe() + ", between copies";
    }

    @Override
    public Optional<String> fallback() {
        return Optional.of(reason);
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return new Converted(bindings);
    }

    /** Copies a value from one layout to another. */
    private static final class Conversion {

        private final Layout.Port from;
        private final Layout.Port to;
        private final float[] logical;

        Conversion(Layout fromLayout, INDArray source, Layout toLayout, INDArray target) {
            from = fromLayout.open(source);
            to = toLayout.open(target);
            logical = new float[fromLayout.values()];
        }

        void run() {
            from.read(logical, 0);
            to.write(logical, 0);
        }
    }

    private final class Converted implements Kernel {

        private final Kernel kernel;
        private final List<Conversion> before = new ArrayList<>();
        private final List<Conversion> after = new ArrayList<>();
        private final List<Conversion> beforeBack = new ArrayList<>();
        private final List<Conversion> afterBack = new ArrayList<>();

        Converted(Bindings bindings) {
            List<Layout> inner = innerInputs();
            List<INDArray> inputs = inner.stream().map(each -> Flat.zeros(each.length())).toList();
            List<INDArray> results =
                    portable.sharesValue()
                            ? outputs.stream().map(each -> inputs.get(0)).toList()
                            : portable.outputs().stream()
                                    .map(each -> Flat.zeros(each.length()))
                                    .toList();
            for (int i = 0; i < inputs.size(); i++) {
                before.add(
                        new Conversion(
                                request.inputs().get(i),
                                bindings.inputs().get(i),
                                inner.get(i),
                                inputs.get(i)));
            }
            for (int i = 0; i < results.size(); i++) {
                after.add(
                        new Conversion(
                                portable.outputs().get(i),
                                results.get(i),
                                outputs.get(i),
                                bindings.outputs().get(i)));
            }
            List<@Nullable INDArray> changes = new ArrayList<>();
            List<INDArray> resultChanges = new ArrayList<>();
            if (!bindings.outputGradients().isEmpty()) {
                bindBackward(bindings, inner, changes, resultChanges);
            }
            kernel =
                    portable.bind(
                            new Bindings(
                                    inputs,
                                    results,
                                    changes,
                                    resultChanges,
                                    bindings.parameters(),
                                    bindings.parameterGradients(),
                                    Flat.zeros(portable.workspace()),
                                    Flat.zeros(portable.scratch()),
                                    bindings.derived(),
                                    bindings.shown(),
                                    bindings.pass()));
        }

        private List<Layout> innerInputs() {
            List<Layout> layouts = new ArrayList<>();
            for (Value value : request.operation().inputs()) {
                layouts.add(new PortableKernels().input(value.shape(), request.samples()));
            }
            return layouts;
        }

        private void bindBackward(
                Bindings bindings,
                List<Layout> inner,
                List<@Nullable INDArray> changes,
                List<INDArray> resultChanges) {
            for (int i = 0; i < outputs.size(); i++) {
                INDArray change = Flat.zeros(portable.outputs().get(i).length());
                resultChanges.add(change);
                beforeBack.add(
                        new Conversion(
                                outputs.get(i),
                                bindings.outputGradients().get(i),
                                portable.outputs().get(i),
                                change));
            }
            for (int i = 0; i < inner.size(); i++) {
                @Nullable INDArray target = bindings.inputGradients().get(i);
                INDArray change =
                        portable.sharesGradient()
                                ? resultChanges.get(0)
                                : Flat.zeros(inner.get(i).length());
                changes.add(target == null ? null : change);
                if (target != null) {
                    afterBack.add(
                            new Conversion(inner.get(i), change, request.inputs().get(i), target));
                }
            }
        }

        @Override
        public void forward() {
            before.forEach(Conversion::run);
            kernel.forward();
            after.forEach(Conversion::run);
        }

        @Override
        public void backward() {
            beforeBack.forEach(Conversion::run);
            kernel.backward();
            afterBack.forEach(Conversion::run);
        }
    }
}
