package dev.ramify.api.option;

import org.apiguardian.api.API;

/**
 * Says that an option has a value that its extension cannot work with.
 *
 * <p>Throw it from the compact constructor of an options record, or when the value does not fit the
 * network or the data; the framework adds file, line and column.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String option;

    /**
     * @param option name of the record component
     * @param reason what was found and what was expected
     */
    public InvalidOptionException(String option, String reason) {
        super(reason);
        this.option = option;
    }

    /** Return the name of the record component. */
    public String option() {
        return option;
    }
}
