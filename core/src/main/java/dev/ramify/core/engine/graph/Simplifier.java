package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.core.engine.graph.Operation.Activate;
import dev.ramify.core.engine.graph.Operation.Activated;
import dev.ramify.core.engine.graph.Operation.Add;
import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.graph.Operation.Pool;
import dev.ramify.core.engine.graph.Operation.Weighted;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a graph into one that computes the same with less work.
 *
 * <p>Maxima are taken before activation functions, behind which there are fewer values; functions
 * join the operation before them, and so does a sum, where the purpose allows; and normalization by
 * running statistics joins the weights before it, unless those are trained. Values that are
 * observed stay.
 */
public final class Simplifier {

    private static final ActivationFunction RELU = new ActivationFunction.Relu();

    private final Graph graph;
    private final Purpose purpose;
    private final Set<Integer> observed;
    private final List<Operation> operations;
    private final List<Fold> folds = new ArrayList<>();

    private Simplifier(Graph graph, Purpose purpose) {
        this.graph = graph;
        this.purpose = purpose;
        this.operations = new ArrayList<>(graph.operations());
        this.observed =
                graph.sites().stream().map(site -> site.value().id()).collect(Collectors.toSet());
    }

    /** Simplify as far as a purpose allows. */
    static Graph simplify(Graph graph, Purpose purpose) {
        Simplifier simplifier = new Simplifier(graph, purpose);
        if (purpose.statistics() == Statistics.RUNNING && !purpose.derivatives().parameters()) {
            simplifier.rewrite(simplifier::folded);
        }
        simplifier.rewrite(simplifier::poolFirst);
        simplifier.rewrite(simplifier::addedToNormalization);
        if (purpose.derivatives().isEmpty()) {
            simplifier.rewrite(simplifier::addedToConvolution);
        }
        simplifier.rewrite(simplifier::activated);
        return simplifier.result();
    }

    private Graph result() {
        return new Graph(graph.inputs(), graph.output(), operations, graph.sites(), folds);
    }

    /** Turns an operation and the only reader of its output into others, or returns null. */
    private interface Rule {
        @Nullable List<Operation> apply(Operation first, Operation second);
    }

    private void rewrite(Rule rule) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<Integer, Integer> readers = readers();
            for (int i = 0; i < operations.size() && !changed; i++) {
                changed = rewrite(i, readers, rule);
            }
        }
    }

    private boolean rewrite(int i, Map<Integer, Integer> readers, Rule rule) {
        Operation first = operations.get(i);
        Value between = first.outputs().get(0);
        Integer reader = readers.get(between.id());
        if (first.outputs().size() != 1 || reader == null || observed.contains(between.id())) {
            return false;
        }
        List<Operation> replaced = rule.apply(first, operations.get(reader));
        if (replaced == null) {
            return false;
        }
        operations.remove((int) reader);
        operations.remove(i);
        operations.addAll(i, replaced);
        return true;
    }

    private Map<Integer, Integer> readers() {
        Map<Integer, Integer> readers = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            int index = i;
            operations.get(i).inputs().forEach(value -> readers.put(value.id(), index));
        }
        return readers;
    }

    /** The maximum of values behind a monotone function is the function of their maximum. */
    private @Nullable List<Operation> poolFirst(Operation first, Operation second) {
        if (!(first instanceof Activate activate)
                || !activate.function().isMonotone()
                || !(second instanceof Pool pool)
                || pool.kind() != Pooling.Kind.MAX) {
            return null;
        }
        Value between = new Value(activate.output().id(), pool.name(), pool.output().shape());
        return List.of(
                new Pool(
                        pool.name(),
                        activate.input(),
                        between,
                        pool.kind(),
                        pool.window(),
                        pool.paddingCounted()),
                new Activate(activate.name(), between, pool.output(), activate.function()));
    }

    /** A sum that is rectified joins the normalization before it, which passes over all values. */
    private @Nullable List<Operation> addedToNormalization(Operation first, Operation second) {
        if (!(first instanceof Normalize each)
                || each.added() != null
                || each.activation() != null
                || purpose.statistics(each) == Statistics.RUNNING) {
            return null;
        }
        Value added = addedTo(each, second);
        if (added == null || !isRectified(((Add) second).output())) {
            return null;
        }
        return List.of(each.adding(added, ((Add) second).output()));
    }

    private @Nullable List<Operation> addedToConvolution(Operation first, Operation second) {
        if (!(first instanceof Convolve each)
                || each.added() != null
                || each.activation() != null) {
            return null;
        }
        Value added = addedTo(each, second);
        return added == null ? null : List.of(each.adding(added, ((Add) second).output()));
    }

    /** Return what an operation adds to the result of the one right before it; null if none. */
    private @Nullable Value addedTo(Operation.Unary first, Operation second) {
        boolean next = operations.indexOf(second) == operations.indexOf(first) + 1;
        if (!(second instanceof Add add) || !next || add.inputs().size() != 2) {
            return null;
        }
        return add.inputs().get(add.inputs().get(0).equals(first.output()) ? 1 : 0);
    }

    private boolean isRectified(Value value) {
        Integer reader = readers().get(value.id());
        return reader != null
                && operations.get(reader) instanceof Activate activate
                && activate.function().equals(RELU)
                && !observed.contains(value.id());
    }

    /**
     * Where gradients come back, what went into the function is gone: its derivative must follow
     * from what came out.
     */
    private @Nullable List<Operation> activated(Operation first, Operation second) {
        return first instanceof Activated each
                        && each.activation() == null
                        && second instanceof Activate activate
                        && each.takes(activate.function())
                        && (purpose.derivatives().isEmpty()
                                || OutputDerivative.of(activate.function()) != null)
                ? List.of(each.activated(activate.function(), activate.output()))
                : null;
    }

    private @Nullable List<Operation> folded(Operation first, Operation second) {
        if (!(first instanceof Weighted each)
                || !(second instanceof Normalize normalize)
                || !Fold.fits(each.weight(), normalize)) {
            return null;
        }
        folds.add(Fold.of(each.weight(), normalize));
        return List.of(each.folded(Fold.bias(each.bias(), normalize, each.weight()), normalize));
    }
}
