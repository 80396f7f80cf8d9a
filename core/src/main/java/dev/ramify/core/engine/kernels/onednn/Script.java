package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Gathers the calls of a kernel. */
final class Script {

    private final List<Call> refresh = new ArrayList<>();
    private final List<Call> forward = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();

    void refresh(Call call) {
        refresh.add(call);
    }

    void forward(Call call) {
        forward.add(call);
    }

    void backward(Call call) {
        backward.add(call);
    }

    /** Make a kernel that runs the calls in the order in which they came. */
    Kernel kernel() {
        return new Scripted(
                refresh.toArray(Call[]::new),
                forward.toArray(Call[]::new),
                backward.toArray(Call[]::new));
    }

    private static final class Scripted implements Kernel {

        private final Call[] refresh;
        private final Call[] forward;
        private final Call[] backward;

        Scripted(Call[] refresh, Call[] forward, Call[] backward) {
            this.refresh = refresh;
            this.forward = forward;
            this.backward = backward;
        }

        @Override
        public void refresh() {
            Call.run(refresh);
        }

        @Override
        public void forward() {
            Call.run(forward);
        }

        @Override
        public void backward() {
            Call.run(backward);
        }
    }
}
