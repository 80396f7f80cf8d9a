package dev.ramify.api.data;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Says what is wrong with data: all problems, each with the file, what was found and expected, and
 * what to do.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public DataException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * @param where the file, or the part of the data
     * @param reason what is wrong, the value found and what was expected
     * @param remedy what to do next
     */
    public DataException(String where, String reason, String remedy) {
        this(List.of(new Problem(where, reason, remedy)));
    }

    /** Return what is wrong, at least one entry. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param where the file, or the part of the data
     * @param reason what is wrong, the value found and what was expected
     * @param remedy what to do next
     */
    public record Problem(String where, String reason, String remedy) {

        @Override
        public String toString() {
            return where + ": " + reason + "; " + remedy;
        }
    }
}
