package dev.ramify.core.pipeline.binding;

import java.util.List;

/** Says why files cannot be bound to a record: a mistake of the record's author. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> defects;

    SchemaException(List<String> defects) {
        super(String.join("; ", defects));
        this.defects = List.copyOf(defects);
    }

    /** Return what is wrong, one sentence each. */
    public List<String> defects() {
        return defects;
    }
}
