package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.MergeVisitor;
import java.util.List;

/** Adds the operation by which the results of branches become one. */
final class Merging implements MergeVisitor<Value> {

    private final Operations made;
    private final String path;
    private final List<Value> results;

    Merging(Operations made, String path, List<Value> results) {
        this.made = made;
        this.path = path;
        this.results = results;
    }

    @Override
    public Value concat(Merge.Concat merge) {
        return made.concatenate(path, results);
    }

    @Override
    public Value sum(Merge.Sum merge) {
        return made.add(path, results);
    }

    @Override
    public Value product(Merge.Product merge) {
        return made.multiply(path, results);
    }

    @Override
    public Value gated(Merge.Gated merge) {
        throw notComputed(path, merge);
    }

    static ArchitectureException notComputed(String path, Merge.Gated merge) {
        return new ArchitectureException(
                path,
                "its branches are gated by the router '%s', and gated branches cannot be computed yet; merge them by concat, sum or product"
                        .formatted(merge.router().id()));
    }
}
