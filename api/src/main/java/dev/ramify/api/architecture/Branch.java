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
        Names.check(name);
        nodes = List.copyOf(nodes);
    }
}
