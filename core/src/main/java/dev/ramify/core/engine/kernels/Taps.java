package dev.ramify.core.engine.kernels;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Value;
import java.util.HashMap;
import java.util.Map;

/** The buffers of all taps of a graph, shared by the lanes of a batch. */
public final class Taps {

    private final Map<Integer, TapBuffer> buffers = new HashMap<>();

    /**
     * @param samples in a batch
     */
    public Taps(Graph graph, int samples) {
        for (Operation operation : graph.operations()) {
            if (operation instanceof Operation.Tap tap) {
                buffers.put(tap.output().id(), new TapBuffer(samples, tap.output().shape().size()));
            }
        }
    }

    /** Tell whether there is no tap. */
    public boolean isEmpty() {
        return buffers.isEmpty();
    }

    /**
     * Return the buffer of a tap.
     *
     * @param output what the tap gives
     * @throws IllegalArgumentException if no tap gives it
     */
    public TapBuffer of(Value output) {
        TapBuffer buffer = buffers.get(output.id());
        if (buffer == null) {
            throw new IllegalArgumentException(
                    output + " has no tap: observe it with access DIFFERENTIATE or CHANGE");
        }
        return buffer;
    }

    /** Let nothing be added to gradients any more. */
    public void clear() {
        buffers.values().forEach(TapBuffer::clear);
    }

    /** Return the number of floats of all buffers. */
    public long floats() {
        return buffers.values().stream().mapToLong(each -> 3L * each.values().length).sum();
    }
}
