package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One of the parallel paths of {@link Branches}.
 *
 * @param name unique among its siblings
 * @param nodes the parts, in order; may be empty, which is the identity
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Branch(String name, List<Node> nodes) {

    public Branch {
        Names.checkWord(name);
        nodes = List.copyOf(nodes);
    }

    /** Return the same branch with other nodes. */
    public Branch withNodes(List<Node> others) {
        return new Branch(name, others);
    }
}
