package dev.ramify.plugins.metrics.filter;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * What the filters of a layer that sees the image look like. Filters whose norm is below 5 % of the
 * median have no traits.
 *
 * @param live for each unit whether its filter has traits
 * @param colour index of colour, in [0, 1]
 * @param frequency centroid of the spatial frequencies, in cycles per pixel
 * @param orientation in degrees, in [0, 180)
 * @param anisotropy in [0, 1]
 */
public record FilterTraits(
        boolean[] live,
        FilterTrait colour,
        FilterTrait frequency,
        FilterTrait orientation,
        FilterTrait anisotropy) {

    private static final int COLOURS = 3;

    /** Tell whether a layer is a convolution over the channels of the image. */
    public static boolean exist(Recording recording, LayerRecording layer) {
        return recording.seesImage(layer);
    }

    /**
     * Look at the filters of a layer, in units of pixels and without what no image excites.
     *
     * @throws UndefinedMetricException if the layer does not see the image, or has no live filter
     */
    public static FilterTraits of(Recording recording, LayerRecording layer) {
        FirstLayerFilters filters = FirstLayerFilters.of(recording, layer);
        String uncoloured = uncoloured(filters);
        double[] colour = new double[filters.units()];
        Spectrum[] spectra = new Spectrum[filters.units()];
        for (int unit = 0; unit < colour.length; unit++) {
            double[][] filter = filters.weights()[unit];
            boolean live = filters.live()[unit];
            colour[unit] = live && uncoloured.isEmpty() ? ColourIndex.of(filter) : Double.NaN;
            spectra[unit] =
                    live ? Spectrum.of(filter, filters.height(), filters.width()) : Spectrum.NONE;
        }
        String patternless =
                Arrays.stream(spectra).allMatch(each -> Double.isNaN(each.frequency()))
                        ? "no filter of %d x %d has a spatial pattern"
                                .formatted(filters.height(), filters.width())
                        : "";
        return new FilterTraits(
                filters.live(),
                new FilterTrait(colour, uncoloured),
                trait(spectra, Spectrum::frequency, patternless),
                trait(spectra, Spectrum::orientation, patternless),
                trait(spectra, Spectrum::anisotropy, patternless));
    }

    private static FilterTrait trait(
            Spectrum[] spectra, ToDoubleFunction<Spectrum> property, String whyNone) {
        return new FilterTrait(Arrays.stream(spectra).mapToDouble(property).toArray(), whyNone);
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
}
