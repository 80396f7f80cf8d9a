package dev.ramify.api.architecture;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Says why a network of this form cannot exist: all the layers that do not fit, each with the
 * reason.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ArchitectureException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ArchitectureException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public ArchitectureException(String path, String reason) {
        this(List.of(new Problem(path, reason)));
    }

    /** Return what is wrong, at least one entry. */
    public List<Problem> problems() {
        return problems;
    }

    static <T> T within(String container, Supplier<T> inference) {
        try {
            return inference.get();
        } catch (ArchitectureException e) {
            throw new ArchitectureException(
                    e.problems().stream().map(p -> p.within(container)).toList());
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param path names from the outermost branch to the layer, joined by {@code /}
     * @param reason what is wrong, what was found and what was expected
     */
    public record Problem(String path, String reason) {

        /** Return the same problem seen from outside a container. */
        public Problem within(String container) {
            return new Problem(container + "/" + path, reason);
        }

        @Override
        public String toString() {
            return path + ": " + reason;
        }
    }
}
