package dev.ramify.core.engine.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network computes: operations in an order in which each finds its inputs ready.
 *
 * @param input the images
 * @param output the logits
 * @param operations in order of the forward pass
 * @param sites where layers that are recorded can be observed
 */
public record Graph(Value input, Value output, List<Operation> operations, List<Site> sites) {

    public Graph {
        operations = List.copyOf(operations);
        sites = List.copyOf(sites);
    }

    /** List the parameters of all operations, in order. */
    public List<Parameter> parameters() {
        return operations.stream().flatMap(each -> each.parameters().stream()).toList();
    }

    /**
     * Find the values whose gradients training needs: those that depend on a trained parameter.
     *
     * @return their ids
     */
    public Set<Integer> differentiated() {
        Set<Integer> found = new HashSet<>();
        for (Operation operation : operations) {
            boolean depends =
                    operation.inputs().stream().anyMatch(input -> found.contains(input.id()))
                            || operation.parameters().stream()
                                    .anyMatch(parameter -> parameter.role().trained());
            if (depends) {
                operation.outputs().forEach(value -> found.add(value.id()));
            }
        }
        return found;
    }
}
