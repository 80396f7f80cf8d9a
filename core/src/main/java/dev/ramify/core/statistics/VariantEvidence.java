package dev.ramify.core.statistics;

import java.util.List;

/**
 * What a verdict on a variant rests on.
 *
 * @param name of the variant, or of a recording
 * @param control whether it is there as a control: controls are corrected among themselves
 * @param networks that were finished
 */
public record VariantEvidence(String name, boolean control, List<NetworkEvidence> networks) {

    public VariantEvidence {
        networks = List.copyOf(networks);
    }
}
