package dev.ramify.plugins.metrics.consistency;

import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.grouping.Matching;
import dev.ramify.numerics.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares all pairs of networks; subjects are all pairs together and, if there are several kinds,
 * each kind of pair: those that differ in the seed alone, in the architecture, in the data.
 */
final class PreparedConsistency implements PreparedStudyMetric {

    /** The key of what two networks differ in, in a subject's parts. */
    private static final String ACROSS = "across";

    private final List<WorkProfile> profiles;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    private record Pair(int one, int other, String kind) {}

    PreparedConsistency(StudyInput input, List<WorkProfile> profiles) {
        this.profiles = profiles;
        Set<String> kinds = new LinkedHashSet<>();
        for (int one = 0; one < profiles.size(); one++) {
            for (int other = one + 1; other < profiles.size(); other++) {
                String kind = kind(input.networks().get(one), input.networks().get(other));
                pairs.add(new Pair(one, other, kind));
                kinds.add(kind);
            }
        }
        subjects.add(Subject.layer());
        if (kinds.size() > 1) {
            kinds.forEach(kind -> subjects.add(Subject.layer().and(ACROSS, kind)));
        }
    }

    private static String kind(StudyInput.Network one, StudyInput.Network other) {
        if (!one.dataset().equals(other.dataset())) {
            return "datasets";
        }
        return one.variant().equals(other.variant()) ? "seeds" : "architectures";
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(List<Assignment> assignments) {
        List<double[][]> work = new ArrayList<>();
        for (int n = 0; n < profiles.size(); n++) {
            work.add(profiles.get(n).of(assignments.get(n)));
        }
        double[] sums = new double[subjects.size()];
        int[] counts = new int[subjects.size()];
        for (Pair pair : pairs) {
            double likeness = likeness(work.get(pair.one()), work.get(pair.other()));
            for (int s = 0; s < sums.length; s++) {
                if (isAbout(s, pair)) {
                    sums[s] += likeness;
                    counts[s]++;
                }
            }
        }
        Arrays.setAll(sums, s -> sums[s] / counts[s]);
        return sums;
    }

    private boolean isAbout(int subject, Pair pair) {
        return subjects.get(subject).part(ACROSS).map(pair.kind()::equals).orElse(true);
    }

    /** Return the cosine under the best matching; 0 where all branches of a network do the same. */
    static double likeness(double[][] one, double[][] other) {
        double[][] products = new double[one.length][other.length];
        for (int a = 0; a < one.length; a++) {
            for (int b = 0; b < other.length; b++) {
                products[a][b] = Vectors.dot(one[a], other[b]);
            }
        }
        double lengths = Math.sqrt(square(one) * square(other));
        return lengths > 0 ? Matching.sum(products, Matching.best(products)) / lengths : 0;
    }

    private static double square(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> Vectors.dot(row, row)).sum();
    }

    @Override
    public double[] ceiling() {
        double[] ceilings = new double[subjects.size()];
        Arrays.fill(ceilings, 1);
        return ceilings;
    }

    @Override
    public boolean takesPart(int network, int unit) {
        return profiles.get(network).live()[unit];
    }

    @Override
    public String phrase(int subject, List<Assignment> assignments) {
        long count = pairs.stream().filter(pair -> isAbout(subject, pair)).count();
        return count + (count == 1 ? " pair" : " pairs") + " of networks";
    }
}
