package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.List;

/** Tells how closely families and branches go together; its subject is the layer. */
final class PreparedFamilyInformation implements PreparedMetric {

    private final FamilyCounts counts;
    private final Association association;

    PreparedFamilyInformation(FamilyCounts counts, Association association) {
        this.counts = counts;
        this.association = association;
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {association.of(counts.table(assignment))};
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {association.ceiling()};
    }

    @Override
    public String reason(int subject) {
        return counts.families().names().size() == 1
                ? "all units with a family are of a single one"
                : "every unit has a family or a branch of its own, so any two divisions agree as well";
    }

    @Override
    public boolean takesPart(int unit) {
        return counts.families().has(unit);
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "%d of %d units in %d %s"
                .formatted(
                        counts.total(),
                        assignment.units(),
                        counts.families().names().size(),
                        counts.families().names().size() == 1 ? "family" : "families");
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return counts.columns();
    }
}
