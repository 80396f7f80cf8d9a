package dev.ramify.core.engine.graph;

import java.util.List;

/**
 * What a network computes: operations in an order in which each finds its inputs ready.
 *
 * @param inputs the images; for a section of a network, what the sections before it give
 * @param output the logits; for a section of a network, one of the values that it gives
 * @param operations in order of the forward pass
 * @param sites where layers that are recorded can be observed, or what a section gives
 * @param folds normalizations that weights must take in before they are loaded
 */
public record Graph(
        List<Value> inputs,
        Value output,
        List<Operation> operations,
        List<Site> sites,
        List<Fold> folds) {

    public Graph {
        inputs = List.copyOf(inputs);
        operations = List.copyOf(operations);
        sites = List.copyOf(sites);
        folds = List.copyOf(folds);
    }

    /** Return the only input of a whole network. */
    public Value input() {
        return inputs.get(0);
    }

    /** Tell whether the values at a site can be changed on their way. */
    public boolean changes(Site site) {
        return operations.stream()
                .anyMatch(
                        operation ->
                                operation instanceof Operation.Tap tap
                                        && tap.changes()
                                        && tap.output().equals(site.value()));
    }

    /** List the parameters of all operations, in order. */
    public List<Parameter> parameters() {
        return operations.stream().flatMap(each -> each.parameters().stream()).toList();
    }
}
