package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.KernelDesign;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What lanes share: where arrays lie, what is derived from parameters, and what lanes show to each
 * other. Lanes may be built from it on several threads.
 */
final class Shared implements AutoCloseable {

    // Designs are compared by identity: their contents are as large as the network.
    private final Map<Design, OfDesign> designs = new IdentityHashMap<>();
    private final List<INDArray> shown;
    private final INDArray nothing = Flat.zeros(1);

    private record OfDesign(Placement placement, List<INDArray> derived) {}

    /**
     * @param lanes the design of each lane
     */
    Shared(List<Design> lanes) {
        for (Design design : lanes) {
            if (!designs.containsKey(design)) {
                designs.put(design, new OfDesign(Placement.of(design), derived(design)));
            }
        }
        shown =
                lanes.get(0).kernels().stream()
                        .map(kernel -> zeros(lanes.size() * kernel.shown()))
                        .toList();
    }

    private List<INDArray> derived(Design design) {
        return design.kernels().stream().map(KernelDesign::derived).map(this::zeros).toList();
    }

    private INDArray zeros(long count) {
        return count == 0 ? nothing : Flat.zeros(count);
    }

    private OfDesign of(Design design) {
        OfDesign known = designs.get(design);
        if (known == null) {
            throw new IllegalArgumentException("no lane has this design");
        }
        return known;
    }

    Placement placement(Design design) {
        return of(design).placement();
    }

    INDArray derived(Design design, int operation) {
        return of(design).derived().get(operation);
    }

    INDArray shown(int operation) {
        return shown.get(operation);
    }

    @Override
    public void close() {
        designs.values().forEach(each -> each.derived().forEach(Flat::free));
        shown.forEach(Flat::free);
        Flat.free(nothing);
    }
}
