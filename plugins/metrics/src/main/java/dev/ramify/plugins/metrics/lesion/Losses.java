package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    /** Return the loss of accuracy on all samples, for each of several sets of silenced units. */
    double[] overall(List<boolean[]> silenced) {
        int all = IntStream.of(samples).sum();
        return lesions.correct(silenced, replacement).stream()
                .mapToInt(correct -> IntStream.of(classes).map(c -> intact[c] - correct[c]).sum())
                .mapToDouble(lost -> lost / (double) all)
                .toArray();
    }

    /** Return the loss with each branch, for several divisions: {@code [branches][classes]}. */
    List<double[][]> matrices(List<Assignment> assignments) {
        List<boolean[]> silenced = new ArrayList<>();
        assignments.forEach(each -> silenced.addAll(branches(each)));
        Iterator<int[]> correct = lesions.correct(silenced, replacement).iterator();
        List<double[][]> matrices = new ArrayList<>();
        for (Assignment assignment : assignments) {
            double[][] matrix = new double[assignment.branches().size()][];
            for (int branch = 0; branch < matrix.length; branch++) {
                matrix[branch] = perClass(correct.next());
            }
            matrices.add(matrix);
        }
        return matrices;
    }

    private double[] perClass(int[] correct) {
        return IntStream.of(classes)
                .mapToDouble(c -> (intact[c] - correct[c]) / (double) samples[c])
                .toArray();
    }

    /** List each branch as the only one that is silenced. */
    private List<boolean[]> branches(Assignment assignment) {
        List<boolean[]> silenced = new ArrayList<>();
        for (int branch = 0; branch < assignment.branches().size(); branch++) {
            boolean[] own = new boolean[units];
            for (int unit = 0; unit < units; unit++) {
                own[unit] = assignment.branchOf(unit) == branch;
            }
            silenced.add(own);
        }
        return silenced;
    }
}
