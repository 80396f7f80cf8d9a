package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.metric.Subject;
import java.util.Map;
import java.util.Optional;

/**
 * What a matrix shows, and how it is told.
 *
 * @param metric id of the metric whose measurements it shows
 * @param noun what the metric gives for the layer, in words
 * @param unit unit of the cells
 * @param scale what measurements are multiplied by
 * @param symmetric whether rows and columns are the same branches
 * @param reading how to read it
 * @param misleading how it can mislead
 */
record MatrixKind(
        String metric,
        String noun,
        String unit,
        double scale,
        boolean symmetric,
        String reading,
        String misleading) {

    /**
     * Name the column of a measurement that is about one branch and something else; empty for other
     * measurements.
     */
    Optional<String> column(Subject subject) {
        Map<String, String> parts = subject.parts();
        if (parts.size() != 2 || subject.part(Subject.BRANCH).isEmpty()) {
            return Optional.empty();
        }
        boolean pair = subject.part(Subject.OTHER).isPresent();
        if (pair != symmetric) {
            return Optional.empty();
        }
        return parts.entrySet().stream()
                .filter(part -> !part.getKey().equals(Subject.BRANCH))
                .filter(part -> isShown(part.getKey(), part.getValue()))
                .map(part -> named(part.getKey(), part.getValue()))
                .findFirst();
    }

    private static boolean isShown(String kind, String name) {
        return !kind.equals("dissociation")
                && (!kind.equals(Subject.PROPERTY) || name.equals("shapley"));
    }

    private static String named(String kind, String name) {
        return kind.equals(Subject.PROPERTY) ? "Shapley" : name;
    }
}
