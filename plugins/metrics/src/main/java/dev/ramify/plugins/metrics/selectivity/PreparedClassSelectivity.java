package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.Sparsity;
import dev.ramify.numerics.products.BranchMeans;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Averages the index over branches. The mean of the layer does not depend on the assignment. */
final class PreparedClassSelectivity implements PreparedMetric {

    private final SelectivityIndex index;
    private final List<Subject> subjects;

    PreparedClassSelectivity(SelectivityIndex index, Assignment recorded) {
        LiveUnits.requireTwoBranches(index.live(), recorded);
        this.index = index;
        this.subjects = recorded.branches().stream().map(Subject::branch).toList();
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] values = {index.debiased()};
        return Arrays.stream(BranchMeans.of(values, index.live(), assignment))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    @Override
    public String reason(int subject) {
        return "no unit of the branch varies over the samples";
    }

    @Override
    public boolean takesPart(int unit) {
        return index.live()[unit];
    }

    @Override
    public List<Description> descriptions() {
        double mean =
                IntStream.range(0, index.live().length)
                        .filter(unit -> index.live()[unit])
                        .mapToDouble(unit -> index.debiased()[unit])
                        .average()
                        .orElseThrow();
        return List.of(new Description(Subject.layer(), mean));
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return List.of(
                Print.column("class-selectivity", index.debiased(), index.live()),
                profile("class-gini", Sparsity::gini),
                profile("class-hoyer", Sparsity::hoyer),
                profile("class-treves-rolls", Sparsity::trevesRolls));
    }

    /** Say how unevenly a unit's response is spread over classes. */
    private UnitColumn profile(String name, ToDoubleFunction<double[]> sparsity) {
        return Print.column(
                name, Arrays.stream(index.profile()).mapToDouble(sparsity).toArray(), index.live());
    }
}
