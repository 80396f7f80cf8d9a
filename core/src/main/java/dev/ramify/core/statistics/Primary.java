package dev.ramify.core.statistics;

import java.util.List;

/**
 * Which questions a study is made for. All others are exploratory.
 *
 * @param questions the confirmatory ones; empty if all are
 */
public record Primary(List<Question> questions) {

    /** Every question is confirmatory. */
    public static final Primary ALL = new Primary(List.of());

    public Primary {
        questions = List.copyOf(questions);
    }

    /**
     * A metric in some layers.
     *
     * @param metric its name
     * @param layers names of layers; empty for all
     */
    public record Question(String metric, List<String> layers) {

        public Question {
            layers = List.copyOf(layers);
        }
    }

    /** Tell whether a metric in a layer is among the confirmatory questions. */
    public boolean contains(String metric, String layer) {
        return questions.isEmpty()
                || questions.stream()
                        .anyMatch(
                                each ->
                                        each.metric().equals(metric)
                                                && (each.layers().isEmpty()
                                                        || each.layers().contains(layer)));
    }
}
