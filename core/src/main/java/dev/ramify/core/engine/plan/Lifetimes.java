package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When each array of a plan holds something that is still needed.
 *
 * <p>Moments are numbered through one step: operation {@code i} of {@code n} runs forward at {@code
 * i + 1} and backward at {@code 2 n + 2 - i}; images arrive at 0 and the loss is taken at {@code n
 * + 1}. Values or gradients that share memory live as one.
 */
final class Lifetimes {

    /** What an array is for. */
    enum Kind {
        VALUE,
        GRADIENT,
        WORKSPACE
    }

    /**
     * An array of a plan.
     *
     * @param kind what it is for
     * @param index id of the value, or number of the operation for a workspace
     */
    record Key(Kind kind, int index) {}

    private final Design design;
    private final int count;
    private final Set<Integer> pinned;
    private final Map<Key, Key> owners = new HashMap<>();
    private final Map<Key, Arena.Request> requests = new LinkedHashMap<>();

    /**
     * @param pinned ids of values that are read after the step
     */
    Lifetimes(Design design, Set<Integer> pinned) {
        this.design = design;
        this.count = design.graph().operations().size();
        this.pinned = pinned;
        findOwners();
        design.graph().inputs().forEach(input -> live(value(input), length(input), 0));
        for (int i = 0; i < count; i++) {
            operation(i);
        }
        Value output = design.graph().output();
        live(value(output), design.layout(output).length(), count + 1);
        if (runsBackward()) {
            live(gradient(output), design.layout(output).length(), count + 1);
        }
    }

    private boolean runsBackward() {
        return design.runsBackward();
    }

    private int last() {
        return runsBackward() ? 2 * count + 2 : count + 1;
    }

    private void findOwners() {
        for (int i = 0; i < count; i++) {
            Operation operation = design.graph().operations().get(i);
            KernelDesign kernel = design.kernels().get(i);
            if (kernel.sharesValue()) {
                Key owner = owner(value(operation.inputs().get(0)));
                operation.outputs().forEach(output -> owners.put(value(output), owner));
            }
        }
        for (int i = count - 1; i >= 0 && runsBackward(); i--) {
            Operation operation = design.graph().operations().get(i);
            if (design.kernels().get(i).sharesGradient()) {
                Key owner = owner(gradient(operation.outputs().get(0)));
                operation.inputs().forEach(input -> owners.put(gradient(input), owner));
            }
        }
    }

    private void operation(int i) {
        Operation operation = design.graph().operations().get(i);
        KernelDesign kernel = design.kernels().get(i);
        int forward = i + 1;
        int backward = 2 * count + 2 - i;
        for (Value input : operation.inputs()) {
            live(value(input), length(input), forward);
        }
        for (Value output : operation.outputs()) {
            live(value(output), length(output), forward);
            if (pinned.contains(output.id())) {
                live(value(output), length(output), last());
            }
        }
        live(new Key(Kind.WORKSPACE, i), kernel.workspace(), forward);
        if (runsBackward()) {
            backward(operation, kernel, i, backward);
        }
    }

    private void backward(Operation operation, KernelDesign kernel, int i, int moment) {
        for (int input = 0; input < operation.inputs().size(); input++) {
            if (kernel.keepsInput(input)) {
                Value kept = operation.inputs().get(input);
                live(value(kept), length(kept), moment);
            }
        }
        if (kernel.keepsOutputs()) {
            operation.outputs().forEach(output -> live(value(output), length(output), moment));
        }
        if (!design.differentiation().reaches(operation)) {
            return;
        }
        operation.outputs().forEach(output -> live(gradient(output), length(output), moment));
        operation.inputs().stream()
                .filter(design.differentiation()::reaches)
                .forEach(input -> live(gradient(input), length(input), moment));
        live(new Key(Kind.WORKSPACE, i), kernel.workspace(), moment);
    }

    private long length(Value value) {
        return design.layout(value).length();
    }

    private void live(Key key, long length, int moment) {
        if (length == 0) {
            return;
        }
        requests.merge(
                owner(key),
                new Arena.Request(length, moment, moment),
                (old, now) ->
                        new Arena.Request(
                                Math.max(old.length(), now.length()),
                                Math.min(old.born(), now.born()),
                                Math.max(old.dies(), now.dies())));
    }

    Key owner(Key key) {
        return owners.getOrDefault(key, key);
    }

    static Key value(Value value) {
        return new Key(Kind.VALUE, value.id());
    }

    static Key gradient(Value value) {
        return new Key(Kind.GRADIENT, value.id());
    }

    /** Return the arrays to place, in a fixed order. */
    List<Map.Entry<Key, Arena.Request>> requests() {
        return new ArrayList<>(requests.entrySet());
    }
}
