package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.plan.Lifetimes.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the arrays of a design lie in the memory of a lane: those that never live at the same time
 * may share a place. Lanes of one design share it.
 */
final class Placement {

    private final Design design;
    private final Lifetimes lifetimes;
    private final Map<Key, Long> offsets = new HashMap<>();
    private final long floats;
    private final long scratch;

    private Placement(Design design, Set<Integer> pinned) {
        this.design = design;
        lifetimes = new Lifetimes(design, pinned);
        List<Map.Entry<Key, Arena.Request>> entries = lifetimes.requests();
        Arena arena = new Arena();
        long[] places = arena.place(entries.stream().map(Map.Entry::getValue).toList());
        for (int i = 0; i < places.length; i++) {
            offsets.put(entries.get(i).getKey(), places[i]);
        }
        floats = arena.size();
        scratch = design.kernels().stream().mapToLong(KernelDesign::scratch).max().orElse(0);
    }

    /** Place the arrays of a design; what is observed is never overwritten. */
    static Placement of(Design design) {
        return new Placement(
                design,
                design.graph().sites().stream()
                        .map(site -> site.value().id())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Design design() {
        return design;
    }

    /** Return the number of floats of all values, gradients and workspaces. */
    long floats() {
        return floats;
    }

    /** Return the number of floats of the scratch array: kernels run one after another. */
    long scratch() {
        return scratch;
    }

    /** Return where an array begins. */
    long offset(Key key) {
        Long offset = offsets.get(lifetimes.owner(key));
        if (offset == null) {
            throw new IllegalStateException("no memory for " + key);
        }
        return offset;
    }
}
