package dev.ramify.core.training;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import dev.ramify.core.engine.optimization.FactorCrossEntropy;
import dev.ramify.core.engine.optimization.Loss;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import java.util.List;

/** What a network is trained to tell. */
public sealed interface Targets {

    /** Return the loss. */
    Loss loss();

    /** Write the targets of one example. */
    void write(Examples examples, int index, int[] into, int offset);

    /** Tell the class. */
    static Targets classes(Dataset dataset) {
        return new Classes(dataset.classes().size());
    }

    /** Tell the level of each of some factors. */
    static Targets factors(Dataset dataset, List<Integer> factors) {
        List<Integer> levels =
                factors.stream()
                        .map(index -> dataset.factors().get(index))
                        .map(Factor::levels)
                        .map(List::size)
                        .toList();
        return new Factors(List.copyOf(factors), levels);
    }

    /** One target: the class. */
    record Classes(int count) implements Targets {

        @Override
        public Loss loss() {
            return new SoftmaxCrossEntropy(count);
        }

        @Override
        public void write(Examples examples, int index, int[] into, int offset) {
            into[offset] = examples.label(index);
        }
    }

    /** One target per factor: its level. */
    record Factors(List<Integer> factors, List<Integer> levels) implements Targets {

        @Override
        public Loss loss() {
            return new FactorCrossEntropy(levels);
        }

        @Override
        public void write(Examples examples, int index, int[] into, int offset) {
            for (int i = 0; i < factors.size(); i++) {
                into[offset + i] = examples.level(index, factors.get(i));
            }
        }
    }
}
