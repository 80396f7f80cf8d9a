package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up the tail of each count; subjects are branch by branch, family by family. */
final class PreparedFamilyConcentration implements PreparedMetric {

    private final FamilyCounts counts;
    private final List<Subject> subjects = new ArrayList<>();

    /** {@code P(K >= k)} for {@code [subject][k]}. */
    private final double[][] tails;

    private final List<Description> descriptions;

    PreparedFamilyConcentration(FamilyCounts counts, Assignment recorded, boolean binomial) {
        this.counts = counts;
        List<String> families = counts.families().names();
        for (String branch : recorded.branches()) {
            for (String family : families) {
                subjects.add(Subject.branch(branch).and(Subject.FAMILY, family));
            }
        }
        this.tails = new double[subjects.size()][];
        for (int s = 0; s < tails.length; s++) {
            tails[s] =
                    UpperTails.hypergeometric(
                            counts.total(), counts.ofBranch(branch(s)), counts.ofFamily(family(s)));
        }
        this.descriptions = binomial ? binomialTails(recorded) : List.of();
    }

    private List<Description> binomialTails(Assignment recorded) {
        double[] found = score(recorded);
        List<Description> binomial = new ArrayList<>();
        for (int s = 0; s < found.length; s++) {
            double[] tail =
                    UpperTails.binomial(
                            counts.total(), counts.ofBranch(branch(s)), counts.ofFamily(family(s)));
            binomial.add(
                    new Description(
                            subjects.get(s).and(Subject.PROPERTY, "binomial tail"),
                            tail[(int) found[s]]));
        }
        return List.copyOf(binomial);
    }

    private int branch(int subject) {
        return subject / counts.families().names().size();
    }

    private int family(int subject) {
        return subject % counts.families().names().size();
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        int[] table = counts.table(assignment);
        double[] scores = new double[tails.length];
        for (int s = 0; s < scores.length; s++) {
            scores[s] = table[family(s) * counts.branches() + branch(s)];
        }
        return scores;
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ceilings = new double[tails.length];
        for (int s = 0; s < ceilings.length; s++) {
            ceilings[s] = tails[s].length - 1;
        }
        return ceilings;
    }

    @Override
    public Optional<double[]> exactP(Assignment assignment) {
        double[] p = score(assignment);
        for (int s = 0; s < p.length; s++) {
            p[s] = tails[s][(int) p[s]];
        }
        return Optional.of(p);
    }

    @Override
    public boolean takesPart(int unit) {
        return counts.families().has(unit);
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        int found = (int) score(assignment)[subject];
        int branch = branch(subject);
        int size = assignment.unitsOf(branch).length;
        int without = size - counts.ofBranch(branch);
        return "%d of its %d units%s, of %d in the layer"
                .formatted(
                        found,
                        size,
                        without == 0 ? "" : " (%d without family)".formatted(without),
                        counts.ofFamily(family(subject)));
    }

    @Override
    public List<Description> descriptions() {
        return descriptions;
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return counts.columns();
    }
}
