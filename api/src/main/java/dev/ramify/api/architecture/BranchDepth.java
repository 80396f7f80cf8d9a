package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How deep a layer lies in its branch: the number of weighted layers from where the branches part.
 *
 * <p>At depth 1 every unit of every branch sees the same input, so that before any training units
 * could change places. From depth 2 on the units of a branch share inputs that those of other
 * branches do not have: they depend on each other however they are initialised.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BranchDepth {

    private final String layer;
    private int deepest;

    private BranchDepth(String layer) {
        this.layer = layer;
    }

    /**
     * Find the depth of the layers of a name; of several, that of the deepest.
     *
     * @return 0 on the trunk; 1 for the first weighted layer of a branch that sees the whole input;
     *     one more for each weighted layer before it, and where it sees a share of the channels
     *     alone
     */
    public static int of(Architecture architecture, String layer) {
        BranchDepth depth = new BranchDepth(layer);
        depth.walk(architecture.nodes(), 0, false);
        return depth.deepest;
    }

    /** Walk nodes that come after so many weighted layers, and return how many there are then. */
    private int walk(List<Node> nodes, int before, boolean inside) {
        int count = before;
        for (Node node : nodes) {
            count = walk(node, count, inside);
        }
        return count;
    }

    private int walk(Node node, int before, boolean inside) {
        if (node instanceof Sequence sequence) {
            return walk(sequence.nodes(), before, inside);
        }
        if (node instanceof Residual residual) {
            int start = inside ? before : 0;
            int end =
                    Math.max(
                            walk(residual.body(), start, true),
                            walk(residual.shortcut(), start, true));
            return inside ? end : 0;
        }
        if (node instanceof Branches branches) {
            boolean split = branches.input() == BranchInput.SPLIT;
            int start = inside ? before : split ? 1 : 0;
            int end = start;
            for (Branch branch : branches.branches()) {
                end = Math.max(end, walk(branch.nodes(), start, true));
            }
            return inside ? end : 0;
        }
        return node instanceof WeightedLayer weighted ? weighted(weighted, before, inside) : before;
    }

    private int weighted(WeightedLayer weighted, int before, boolean inside) {
        boolean grouped = weighted instanceof Convolution each && each.groups() > 1;
        int depth = inside ? before + 1 : 0;
        if (((Node) weighted).name().equals(layer)) {
            deepest = Math.max(deepest, grouped ? Math.max(2, depth) : depth);
        }
        return depth;
    }
}
