package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.plan.Lifetimes.Key;
import dev.ramify.core.engine.plan.Lifetimes.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one lane: views of one flat array, shared by those that never live at the same
 * time.
 */
final class Memory {

    private final Design design;
    private final Lifetimes lifetimes;
    private final Map<Key, Long> offsets = new HashMap<>();
    private final INDArray flat;
    private final INDArray scratch;
    private final INDArray nothing = Nd4j.zeros(DataType.FLOAT, 1);

    Memory(Design design, Set<Integer> pinned) {
        this.design = design;
        lifetimes = new Lifetimes(design, pinned);
        List<Map.Entry<Key, Arena.Request>> entries = lifetimes.requests();
        List<Arena.Request> requests = new ArrayList<>();
        entries.forEach(entry -> requests.add(entry.getValue()));
        Arena arena = new Arena();
        long[] places = arena.place(requests);
        for (int i = 0; i < places.length; i++) {
            offsets.put(entries.get(i).getKey(), places[i]);
        }
        flat = Nd4j.zeros(DataType.FLOAT, Math.max(1, arena.size()));
        long most = design.kernels().stream().mapToLong(KernelDesign::scratch).max().orElse(0);
        scratch = Nd4j.zeros(DataType.FLOAT, Math.max(1, most));
    }

    long floats() {
        return flat.length() + scratch.length();
    }

    /** One scratch array serves all kernels: they run one after another. */
    INDArray scratch() {
        return scratch;
    }

    INDArray value(Value value) {
        return view(Lifetimes.value(value), design.layout(value).length());
    }

    INDArray gradient(Value value) {
        return view(Lifetimes.gradient(value), design.layout(value).length());
    }

    INDArray workspace(int operation) {
        long length = design.kernels().get(operation).workspace();
        return length == 0 ? nothing : view(new Key(Kind.WORKSPACE, operation), length);
    }

    private INDArray view(Key key, long length) {
        @Nullable Long offset = offsets.get(lifetimes.owner(key));
        if (offset == null) {
            throw new IllegalStateException("no memory for " + key);
        }
        return Views.of(flat, offset, length);
    }
}
