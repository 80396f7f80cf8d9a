package dev.ramify.core.plugin;

import java.util.List;

/** Says that two plugins claim one name, so that no pipeline could tell which is meant. */
public final class PluginConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> conflicts;

    PluginConflictException(List<String> conflicts) {
        super(String.join("; ", conflicts));
        this.conflicts = List.copyOf(conflicts);
    }

    /** Return one sentence per conflict, each naming both places. */
    public List<String> conflicts() {
        return conflicts;
    }
}
