package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedInBatches;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.grouping.Matching;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Silences the branches of an assignment one by one. Subjects are the layer, single dissociations
 * of branches, double dissociations of pairs, and the cells of the matrix.
 */
final class PreparedLesionMatrix implements PreparedInBatches {

    /** The key of a kind of dissociation in a subject's parts. */
    private static final String DISSOCIATION = "dissociation";

    private final Losses losses;
    private final boolean[] live;
    private final Assignment recorded;
    private final double[][] matrix;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Description> descriptions;

    PreparedLesionMatrix(
            Losses losses, boolean[] live, Assignment recorded, List<Description> descriptions) {
        this.losses = losses;
        this.live = live;
        this.recorded = recorded;
        this.matrix = losses.matrices(List.of(recorded)).get(0);
        this.descriptions = descriptions;
        List<String> branches = recorded.branches();
        subjects.add(Subject.layer());
        for (String branch : branches) {
            subjects.add(Subject.branch(branch).and(DISSOCIATION, "single"));
        }
        for (int a = 0; a < branches.size(); a++) {
            for (int b = a + 1; b < branches.size(); b++) {
                subjects.add(
                        Subject.pair(branches.get(a), branches.get(b)).and(DISSOCIATION, "double"));
            }
        }
        for (String branch : branches) {
            for (String name : losses.classes()) {
                subjects.add(Subject.branch(branch).and(Subject.CLASS, name));
            }
        }
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        return assignment.equals(recorded) ? scores(matrix) : scores(List.of(assignment)).get(0);
    }

    @Override
    public List<double[]> scores(List<Assignment> assignments) {
        return losses.matrices(assignments).stream().map(this::scores).toList();
    }

    private double[] scores(double[][] loss) {
        double[] scores = new double[subjects.size()];
        int next = 0;
        scores[next++] = Matching.contrast(loss);
        for (int a = 0; a < loss.length; a++) {
            scores[next++] = Dissociation.single(loss, a).value();
        }
        for (int a = 0; a < loss.length; a++) {
            for (int b = a + 1; b < loss.length; b++) {
                scores[next++] = Dissociation.between(loss[a], loss[b]).value();
            }
        }
        for (double[] row : loss) {
            System.arraycopy(row, 0, scores, next, row.length);
            next += row.length;
        }
        return scores;
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ceilings = new double[subjects.size()];
        Arrays.fill(ceilings, 1);
        return ceilings;
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        int branches = matrix.length;
        int pairs = branches * (branches - 1) / 2;
        String[] names = losses.classes();
        if (subject == 0) {
            return "";
        }
        if (subject <= branches) {
            return "needed most alone for " + names[Dissociation.single(matrix, subject - 1).one()];
        }
        if (subject <= branches + pairs) {
            return pairPhrase(subject - 1 - branches, names);
        }
        int cell = subject - 1 - branches - pairs;
        return "loses %s of %s"
                .formatted(
                        Print.percent(matrix[cell / names.length][cell % names.length]),
                        names[cell % names.length]);
    }

    private String pairPhrase(int pair, String[] names) {
        int at = 0;
        for (int a = 0; a < matrix.length; a++) {
            for (int b = a + 1; b < matrix.length; b++) {
                if (at++ == pair) {
                    Dissociation found = Dissociation.between(matrix[a], matrix[b]);
                    return "%s for %s and %s for %s%s"
                            .formatted(
                                    recorded.branches().get(a),
                                    names[found.one()],
                                    recorded.branches().get(b),
                                    names[found.other()],
                                    found.crosses() ? "" : ", without crossing over");
                }
            }
        }
        throw new IllegalArgumentException("no pair " + pair);
    }

    @Override
    public List<Description> descriptions() {
        return descriptions;
    }
}
