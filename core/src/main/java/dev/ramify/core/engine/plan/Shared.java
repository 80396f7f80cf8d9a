package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.KernelDesign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays that lanes share: what is derived from parameters, and what lanes show to each other.
 */
final class Shared {

    private final Map<Design, List<INDArray>> derived = new HashMap<>();
    private final List<INDArray> shown;
    private final INDArray nothing = Flat.zeros(1);

    /**
     * @param first one of the designs
     * @param lanes number of lanes
     */
    Shared(Design first, int lanes) {
        shown = new ArrayList<>();
        for (KernelDesign kernel : first.kernels()) {
            shown.add(kernel.shown() == 0 ? nothing : Flat.zeros(lanes * kernel.shown()));
        }
    }

    INDArray derived(Design design, int operation) {
        return derived.computeIfAbsent(
                        design,
                        key ->
                                key.kernels().stream()
                                        .map(KernelDesign::derived)
                                        .map(count -> count == 0 ? nothing : Flat.zeros(count))
                                        .toList())
                .get(operation);
    }

    INDArray shown(int operation) {
        return shown.get(operation);
    }
}
