package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Recording;
import java.util.stream.IntStream;

/** Asks a network what it loses with some of its units. */
final class Losses {

    private final Lesions lesions;
    private final Replacement replacement;
    private final int units;
    private final int[] classes;
    private final String[] names;
    private final int[] samples;
    private final int[] intact;

    private Losses(
            Lesions lesions,
            Replacement replacement,
            int units,
            int[] classes,
            String[] names,
            int[] samples) {
        this.lesions = lesions;
        this.replacement = replacement;
        this.units = units;
        this.classes = classes;
        this.names = names;
        this.samples = samples;
        this.intact = lesions.correct(new boolean[units], replacement);
    }

    /**
     * Run the intact network.
     *
     * @throws UndefinedMetricException if fewer than two classes have samples, or the network gets
     *     none right
     */
    static Losses of(Lesions lesions, Replacement replacement, Recording recording, int units) {
        int[] samples = new int[recording.classes().size()];
        for (int label : recording.labels()) {
            samples[label]++;
        }
        int[] classes = IntStream.range(0, samples.length).filter(c -> samples[c] > 0).toArray();
        if (classes.length < 2) {
            throw new UndefinedMetricException(
                    "at least 2 classes need samples, found " + classes.length);
        }
        String[] names =
                IntStream.of(classes).mapToObj(recording.classes()::get).toArray(String[]::new);
        Losses losses = new Losses(lesions, replacement, units, classes, names, samples);
        if (IntStream.of(losses.intact).sum() == 0) {
            throw new UndefinedMetricException(
                    "the network gets none of %d samples right"
                            .formatted(recording.labels().length));
        }
        return losses;
    }

    /** Return the names of the classes that have samples. */
    String[] classes() {
        return names;
    }

    /** Return the loss of accuracy on each class with samples, for silenced units. */
    double[] perClass(boolean[] silenced) {
        int[] correct = lesions.correct(silenced, replacement);
        return IntStream.of(classes)
                .mapToDouble(c -> (intact[c] - correct[c]) / (double) samples[c])
                .toArray();
    }

    /** Return the loss of accuracy on all samples, for silenced units. */
    double overall(boolean[] silenced) {
        int[] correct = lesions.correct(silenced, replacement);
        int lost = IntStream.of(classes).map(c -> intact[c] - correct[c]).sum();
        return lost / (double) IntStream.of(samples).sum();
    }

    /** Return the loss with each branch: {@code [branches][classes]}. */
    double[][] matrix(Assignment assignment) {
        double[][] matrix = new double[assignment.branches().size()][];
        for (int branch = 0; branch < matrix.length; branch++) {
            boolean[] silenced = new boolean[units];
            for (int unit = 0; unit < units; unit++) {
                silenced[unit] = assignment.branchOf(unit) == branch;
            }
            matrix[branch] = perClass(silenced);
        }
        return matrix;
    }
}
