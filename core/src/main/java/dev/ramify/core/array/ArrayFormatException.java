package dev.ramify.core.array;

/** Says why a file is not an array that can be read. */
public final class ArrayFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong, what was found and what was expected
     */
    public ArrayFormatException(String reason) {
        this(reason, "");
    }

    /**
     * @param reason what is wrong, what was found and what was expected
     * @param remedy what to do about just this; empty where nothing better is known than to write
     *     the file anew
     */
    public ArrayFormatException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** Return what is wrong, what was found and what was expected. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Return what to do about just this, or else what is right for such files in general. */
    public String remedyOr(String general) {
        return remedy.isEmpty() ? general : remedy;
    }
}
