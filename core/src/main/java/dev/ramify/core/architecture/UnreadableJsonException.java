package dev.ramify.core.architecture;

/** Says where a text is not the form of an architecture or a division, and why. */
public final class UnreadableJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param path keys and indices from the outermost object; empty for the whole
     * @param reason what was found and what was expected
     */
    public UnreadableJsonException(String path, String reason) {
        super(path.isEmpty() ? reason : path + ": " + reason);
    }
}
