package dev.ramify.core.pipeline.spec;

import dev.ramify.api.data.Factor;
import java.util.List;

/** What a network learns. */
public enum Objective {
    /** The class of an image: softmax cross-entropy over all classes. */
    CLASSES {
        @Override
        public int outputs(List<String> classes, List<Factor> factors) {
            return classes.size();
        }
    },
    /** The levels of all factors: one binary cross-entropy per level, factor after factor. */
    FACTORS {
        @Override
        public int outputs(List<String> classes, List<Factor> factors) {
            return factors.stream().mapToInt(factor -> factor.levels().size()).sum();
        }
    };

    /** Count the logits that a network needs; 0 if the dataset has nothing of the kind. */
    public abstract int outputs(List<String> classes, List<Factor> factors);
}
