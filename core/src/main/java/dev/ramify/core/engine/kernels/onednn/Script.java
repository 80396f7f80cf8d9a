package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.machine.Crew;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the calls of a kernel. */
final class Script {

    private final List<Call> refresh = new ArrayList<>();
    private final List<Stage> forward = new ArrayList<>();
    private final List<Stage> backward = new ArrayList<>();

    void refresh(Call call) {
        refresh.add(call);
    }

    void forward(Call call) {
        forward.add(new Stage(call));
    }

    void backward(Call call) {
        backward.add(new Stage(call));
    }

    /** Add calls that do not depend on each other. */
    void forwardTogether(List<Call> calls) {
        forward.add(new Stage(calls.toArray(Call[]::new)));
    }

    /** Add calls that do not depend on each other. */
    void backwardTogether(List<Call> calls) {
        backward.add(new Stage(calls.toArray(Call[]::new)));
    }

    /** Make a kernel that runs the calls, on one thread, in the order in which they came. */
    Kernel kernel() {
        return scripted(null);
    }

    /** Make a kernel that shares calls that do not depend on each other between idle threads. */
    Kernel kernel(Bindings bindings) {
        return scripted(bindings.pass().idleCrew().orElse(null));
    }

    private Kernel scripted(@Nullable Crew crew) {
        return new Scripted(
                refresh.toArray(Call[]::new),
                forward.toArray(Stage[]::new),
                backward.toArray(Stage[]::new),
                crew);
    }

    /** Calls that do not depend on each other. */
    private static final class Stage implements Crew.Tasks {

        private final Call[] calls;

        Stage(Call... calls) {
            this.calls = calls;
        }

        @Override
        public int count() {
            return calls.length;
        }

        @Override
        public void run(int index) {
            calls[index].run();
        }
    }

    private static final class Scripted implements Kernel {

        private final Call[] refresh;
        private final Stage[] forward;
        private final Stage[] backward;
        private final @Nullable Crew crew;

        Scripted(Call[] refresh, Stage[] forward, Stage[] backward, @Nullable Crew crew) {
            this.refresh = refresh;
            this.forward = forward;
            this.backward = backward;
            this.crew = crew;
        }

        @Override
        public void refresh() {
            Call.run(refresh);
        }

        @Override
        public void forward() {
            run(forward);
        }

        @Override
        public void backward() {
            run(backward);
        }

        private void run(Stage[] stages) {
            for (Stage stage : stages) {
                if (crew == null || stage.count() == 1) {
                    Call.run(stage.calls);
                } else {
                    crew.run(stage);
                }
            }
        }
    }
}
