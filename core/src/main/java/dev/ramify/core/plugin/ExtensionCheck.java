package dev.ramify.core.plugin;

import dev.ramify.api.plugin.Extension;
import java.util.List;

/** Checks an extension before it is registered. */
@FunctionalInterface
public interface ExtensionCheck {

    /** Return what is wrong with an extension; empty if nothing is. */
    List<String> defects(ExtensionKind kind, Extension<?> extension);
}
