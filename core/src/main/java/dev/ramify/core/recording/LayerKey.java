package dev.ramify.core.recording;

import java.util.Optional;

/**
 * The name of an array that says something of a layer.
 *
 * @param part what it says
 * @param layer name of the layer
 */
record LayerKey(Part part, String layer) {

    /** What arrays can say of a layer. */
    enum Part {
        /** What its units do. */
        ACTIVATIONS("activations/"),
        /** Which unit is in which branch. */
        BRANCHES("branches/"),
        /** How branches are called. */
        BRANCH_NAMES("branch_names/"),
        /** Which unit is of which family. */
        FAMILIES("families/"),
        /** Its incoming weights. */
        WEIGHTS("weights/"),
        /** How much of each branch a router lets through. */
        GATES("gates/"),
        /** How deep it lies in its branches. */
        DEPTH("depth/"),
        /** Which experts a router chose for each sample. */
        EXPERTS("experts/"),
        /** Which it chose for the same samples at the final checkpoint. */
        FINAL_EXPERTS("final_experts/");

        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }

        String of(String layer) {
            return prefix + layer;
        }

        String prefix() {
            return prefix;
        }

        /** Tell whether a layer can be measured by it, rather than only described. */
        boolean makesLayer() {
            return this != BRANCHES && this != BRANCH_NAMES && this != DEPTH;
        }
    }

    static Optional<LayerKey> parse(String key) {
        for (Part part : Part.values()) {
            if (key.startsWith(part.prefix) && key.length() > part.prefix.length()) {
                return Optional.of(new LayerKey(part, key.substring(part.prefix.length())));
            }
        }
        return Optional.empty();
    }
}
