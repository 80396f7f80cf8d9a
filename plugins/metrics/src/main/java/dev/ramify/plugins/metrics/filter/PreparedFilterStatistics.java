package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ranks every property once, then sums ranks by branch. */
final class PreparedFilterStatistics implements PreparedMetric {

    private static final int COLOURS = 3;

    private final FirstLayerFilters filters;
    private final List<FilterProperty> properties;
    private final List<UnitColumn> columns;

    PreparedFilterStatistics(FirstLayerFilters filters, Assignment recorded) {
        this.filters = filters;
        double[] colour = new double[filters.units()];
        Spectrum[] spectra = new Spectrum[filters.units()];
        for (int unit = 0; unit < colour.length; unit++) {
            double[][] filter = filters.weights()[unit];
            boolean live = filters.live()[unit];
            boolean coloured = live && uncoloured(filters).isEmpty();
            colour[unit] = coloured ? ColourIndex.of(filter) : Double.NaN;
            spectra[unit] =
                    live ? Spectrum.of(filter, filters.height(), filters.width()) : Spectrum.NONE;
        }
        double[] frequency = each(spectra, Spectrum::frequency);
        this.properties =
                List.of(
                        FilterProperty.of("colour-index", colour, recorded, uncoloured(filters)),
                        FilterProperty.of(
                                "frequency",
                                frequency,
                                recorded,
                                "no filter of %d x %d has a spatial pattern"
                                        .formatted(filters.height(), filters.width())));
        this.columns =
                List.of(
                        column("colour-index", colour),
                        column("frequency", frequency),
                        column("orientation", each(spectra, Spectrum::orientation)),
                        column("anisotropy", each(spectra, Spectrum::anisotropy)));
    }

    /** Tell why filters have no colour; nothing if they have. */
    private static String uncoloured(FirstLayerFilters filters) {
        if (filters.channels() != COLOURS) {
            return "a colour index needs images of %d channels, found %d"
                    .formatted(COLOURS, filters.channels());
        }
        return filters.colours().single()
                ? "a colour index needs images that vary in colour; these vary in one direction alone, as grey ones do"
                : "";
    }

    private static double[] each(Spectrum[] spectra, ToDoubleFunction<Spectrum> property) {
        return Arrays.stream(spectra).mapToDouble(property).toArray();
    }

    /** Print numbers; nothing for a unit that has none. */
    private static UnitColumn column(String name, double[] values) {
        return new UnitColumn(
                name,
                Arrays.stream(values)
                        .mapToObj(value -> Double.isNaN(value) ? "" : String.valueOf(value))
                        .toList());
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
        return filters.live()[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return properties.get(subject).medians(assignment);
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return columns;
    }
}
