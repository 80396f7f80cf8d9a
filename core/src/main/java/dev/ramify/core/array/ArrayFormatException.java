package dev.ramify.core.array;

/** Says why a file is not an array that can be read. */
public final class ArrayFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong, what was found and what was expected
     */
    public ArrayFormatException(String reason) {
        super(reason);
    }

    /** Return what is wrong, what was found and what was expected. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
