package dev.ramify.core.pipeline.binding;

import dev.ramify.api.plugin.Extension;

/**
 * An extension that a pipeline chose, with its options.
 *
 * @param extension what was chosen
 * @param options an instance of {@code extension.options()}
 * @param <E> the kind of extension
 */
public record Chosen<E extends Extension<?>>(E extension, Record options) {

    public Chosen {
        if (!extension.options().isInstance(options)) {
            throw new IllegalArgumentException(
                    "extension '%s' takes %s, found %s"
                            .formatted(
                                    extension.id(),
                                    extension.options().getName(),
                                    options.getClass().getName()));
        }
    }

    /** Return the id of the extension. */
    public String id() {
        return extension.id();
    }
}
