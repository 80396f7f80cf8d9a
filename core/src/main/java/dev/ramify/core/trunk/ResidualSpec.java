package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * A residual block written in the pipeline.
 *
 * @param name of the block
 * @param body the residual function
 * @param shortcut the way past it; empty is the identity
 */
@Choice(value = "residual", summary = "a residual block: its body is added to its shortcut")
public record ResidualSpec(
        @Option(value = "name of the block", example = "block1") String name,
        @Option("layers of the residual function, in order") List<LayerSpec> body,
        @Option(value = "layers of the shortcut; the identity if empty", defaultValue = "[]")
                List<LayerSpec> shortcut)
        implements LayerSpec {

    public ResidualSpec {
        body = List.copyOf(body);
        shortcut = List.copyOf(shortcut);
    }

    @Override
    public List<List<LayerSpec>> parts() {
        return List.of(body, shortcut);
    }

    @Override
    public Node node(LayerNames names) {
        List<Node> builtBody = LayerNodes.of(body, names, name);
        return new Residual(name, builtBody, LayerNodes.of(shortcut, names, name));
    }
}
