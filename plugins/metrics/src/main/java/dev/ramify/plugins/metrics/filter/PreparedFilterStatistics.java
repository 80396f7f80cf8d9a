package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.List;

/** Ranks every property once, then sums ranks by branch. */
final class PreparedFilterStatistics implements PreparedMetric {

    private final FilterTraits traits;
    private final List<FilterProperty> properties;

    PreparedFilterStatistics(FilterTraits traits, Assignment recorded) {
        this.traits = traits;
        this.properties =
                List.of(
                        FilterProperty.of("colour-index", traits.colour(), recorded),
                        FilterProperty.of("frequency", traits.frequency(), recorded));
    }

    @Override
    public List<Subject> subjects() {
        return properties.stream().map(FilterProperty::subject).toList();
    }

    @Override
    public double[] score(Assignment assignment) {
        return properties.stream()
                .mapToDouble(
                        each -> each.separable() ? each.ranking().score(assignment) : Double.NaN)
                .toArray();
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return properties.stream()
                .mapToDouble(
                        each -> each.separable() ? each.ranking().ceiling(assignment) : Double.NaN)
                .toArray();
    }

    @Override
    public String reason(int subject) {
        return properties.get(subject).reason();
    }

    @Override
    public boolean takesPart(int unit) {
        return traits.live()[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return properties.get(subject).medians(assignment);
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return List.of(
                Print.column("colour-index", traits.colour().values()),
                UnitColumn.Quantity.of("frequency", "cycles/px", traits.frequency().values()),
                Print.column("orientation", traits.orientation().values()),
                Print.column("anisotropy", traits.anisotropy().values()));
    }
}
