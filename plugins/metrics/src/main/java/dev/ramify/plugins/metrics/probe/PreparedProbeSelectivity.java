package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.grouping.Matching;
import dev.ramify.numerics.products.BranchMeans;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Probes every branch; subjects are the layer, then branch by branch, target by target. */
final class PreparedProbeSelectivity implements PreparedMetric {

    /** The key of a control in a subject's parts. */
    private static final String CONTROL = "control";

    private final Probe probe;
    private final boolean[] live;
    private final int targets;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Description> descriptions;

    PreparedProbeSelectivity(
            Probe probe,
            Probe control,
            List<Subject> readouts,
            boolean[] live,
            Assignment recorded) {
        this.probe = probe;
        this.live = live;
        this.targets = readouts.size();
        subjects.add(Subject.layer());
        for (String branch : recorded.branches()) {
            for (Subject readout : readouts) {
                Subject subject = Subject.branch(branch);
                for (var part : readout.parts().entrySet()) {
                    subject = subject.and(part.getKey(), part.getValue());
                }
                subjects.add(subject);
            }
        }
        double[][] shuffled = BranchMeans.present(scores(control, recorded));
        this.descriptions =
                List.of(
                        new Description(
                                Subject.layer().and(CONTROL, "random labels"),
                                Matching.contrast(shuffled),
                                "best readout of labels shuffled at random "
                                        + Print.twoDecimals(
                                                Arrays.stream(shuffled)
                                                        .flatMapToDouble(Arrays::stream)
                                                        .max()
                                                        .orElseThrow())));
    }

    /** Score {@code [branches][targets]}; {@code NaN} for a branch without live units. */
    private double[][] scores(Probe of, Assignment assignment) {
        double[][] scores = new double[assignment.branches().size()][];
        for (int b = 0; b < scores.length; b++) {
            int[] units = Arrays.stream(assignment.unitsOf(b)).filter(unit -> live[unit]).toArray();
            if (units.length == 0) {
                scores[b] = new double[targets];
                Arrays.fill(scores[b], Double.NaN);
            } else {
                scores[b] = of.score(units);
            }
        }
        return scores;
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] table = scores(probe, assignment);
        double[] scores = new double[subjects.size()];
        scores[0] = Matching.contrast(BranchMeans.present(table));
        for (int b = 0; b < table.length; b++) {
            System.arraycopy(table[b], 0, scores, 1 + b * targets, targets);
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
    public String reason(int subject) {
        return "no unit of the branch varies over the samples";
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public List<Description> descriptions() {
        return descriptions;
    }
}
