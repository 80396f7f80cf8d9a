package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The weighted layers of one name: one on the trunk, or one in each of several branches, which
 * together are what the field calls a branched layer.
 *
 * <p>Units are numbered through the parts in the order of the tree.
 *
 * @param name the name that the parts share
 * @param parts at least one, in the order of the tree
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerView(String name, List<PlacedLayer> parts) {

    public LayerView {
        parts = List.copyOf(parts);
    }

    /** Count the units of all parts. */
    public int units() {
        return parts.stream().mapToInt(part -> ((WeightedLayer) part.layer()).units()).sum();
    }

    /** Tell whether the units are divided between at least two branches. */
    public boolean isBranched() {
        return parts.stream().map(PlacedLayer::branch).distinct().count() > 1;
    }
}
