package dev.ramify.core.engine.graph;

import java.util.List;

/**
 * Where the units of one layer can be observed.
 *
 * @param layer path of the layer
 * @param value whose channels are the units
 * @param from first channel
 * @param units number of channels
 */
public record Site(String layer, Value value, int from, int units) {

    /** Stands for the images where layers are named; no layer can have this name. */
    public static final String INPUT = ":input";

    /** Stands for the logits where layers are named; no layer can have this name. */
    public static final String LOGITS = ":logits";

    /**
     * Find the site of a layer.
     *
     * @throws IllegalArgumentException if it has none
     */
    public static Site of(List<Site> sites, String layer) {
        return sites.stream()
                .filter(each -> each.layer().equals(layer))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "layer '%s' is not observed; observed are %s"
                                                .formatted(
                                                        layer,
                                                        sites.stream().map(Site::layer).toList())));
    }
}
