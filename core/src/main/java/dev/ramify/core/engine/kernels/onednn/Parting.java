package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of channels read out of a whole.
 *
 * @param plain copy of the whole to logical order; null where parts can be read directly
 * @param plainAt where that copy lies in the scratch array
 * @param copies one per part, from a view of the whole
 */
record Parting(@Nullable Copy plain, long plainAt, List<Copy> copies) {

    static Parting of(OneDnnDesign design, memory.desc whole, List<memory.desc> parts) {
        try {
            return new Parting(null, 0, copies(design, whole, parts));
        } catch (RuntimeException e) {
            // Blocks of channels begin inside blocks of the layout: go through logical order.
            memory.desc logical = Dnn.plain(Dnn.sizes(whole));
            return new Parting(
                    Copy.of(design, whole, logical),
                    design.scratchRoom().take(Dnn.floats(logical)),
                    copies(design, logical, parts));
        }
    }

    private static List<Copy> copies(
            OneDnnDesign design, memory.desc whole, List<memory.desc> parts) {
        List<Copy> copies = new ArrayList<>();
        long channel = 0;
        for (memory.desc part : parts) {
            long[] sizes = Dnn.sizes(part);
            long[] from = new long[sizes.length];
            from[1] = channel;
            copies.add(Copy.of(design, whole.submemory_desc(sizes, from), part));
            channel += sizes[1];
        }
        return copies;
    }

    /**
     * Return the calls that part.
     *
     * @param targets entries being null where nobody needs the part
     */
    List<Call> bind(Bindings bindings, Place whole, List<@Nullable Place> targets) {
        List<Call> calls = new ArrayList<>();
        Place seen = whole;
        if (plain != null) {
            seen = new Place(bindings.scratch(), plainAt);
            calls.add(plain.bind(bindings, whole, seen));
        }
        for (int i = 0; i < copies.size(); i++) {
            Place target = targets.get(i);
            if (target != null) {
                calls.add(copies.get(i).bind(bindings, seen, target));
            }
        }
        return calls;
    }
}
