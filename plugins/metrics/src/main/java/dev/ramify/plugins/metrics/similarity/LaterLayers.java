package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.numerics.products.BranchProducts;
import dev.ramify.numerics.products.CentredSamples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aligns the branches of a layer, and the layer as a whole, with the recorded layers above. */
final class LaterLayers {

    /** The key of the layer above in a subject's parts. */
    private static final String TO_LAYER = "to-layer";

    private LaterLayers() {}

    static List<Description> describe(
            MetricInput input, CentredSamples samples, Estimator estimator) {
        List<LayerRecording> layers = input.recording().layers();
        int own = 0;
        while (!layers.get(own).layer().equals(input.layer().layer())) {
            own++;
        }
        Assignment branches = input.layer().assignment();
        if (own + 1 == layers.size()) {
            return List.of();
        }
        BranchProducts.Side here = new BranchProducts.Side(samples, branches);
        double @Nullable [][] within = null;
        List<Description> descriptions = new ArrayList<>();
        for (LayerRecording later : layers.subList(own + 1, layers.size())) {
            if (later.activations().samples() == 0) {
                // Known by its weights alone.
                continue;
            }
            Assignment aboveBranches = later.assignment();
            BranchProducts.Side above =
                    new BranchProducts.Side(CentredSamples.of(later.activations()), aboveBranches);
            List<BranchProducts.Pair> pairs = new ArrayList<>();
            pairs.add(new BranchProducts.Pair(here, above));
            pairs.add(new BranchProducts.Pair(above, above));
            if (within == null) {
                pairs.add(new BranchProducts.Pair(here, here));
            }
            List<double[][]> estimates = Hsic.ofBranches(pairs, estimator);
            double[][] between = estimates.get(0);
            double[][] withinAbove = estimates.get(1);
            within = within == null ? estimates.get(2) : within;
            Subject whole = Subject.layer().and(TO_LAYER, later.layer());
            add(descriptions, whole, sum(between), sum(within), sum(withinAbove));
            for (int a = 0; a < within.length; a++) {
                for (int b = 0; b < withinAbove.length; b++) {
                    Subject pair =
                            Subject.branch(branches.branches().get(a))
                                    .and(TO_LAYER, later.layer())
                                    .and(Subject.OTHER, aboveBranches.branches().get(b));
                    add(descriptions, pair, between[a][b], within[a][a], withinAbove[b][b]);
                }
            }
        }
        return descriptions;
    }

    private static void add(
            List<Description> descriptions,
            Subject subject,
            double between,
            double one,
            double other) {
        double alignment = PreparedCka.alignment(between, one, other);
        if (!Double.isNaN(alignment)) {
            descriptions.add(new Description(subject, alignment));
        }
    }

    /** The estimate for whole layers is the sum over all pairs of their branches. */
    private static double sum(double[][] estimates) {
        double sum = 0;
        for (double[] row : estimates) {
            for (double estimate : row) {
                sum += estimate;
            }
        }
        return sum;
    }
}
