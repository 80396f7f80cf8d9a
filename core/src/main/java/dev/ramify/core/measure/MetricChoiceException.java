package dev.ramify.core.measure;

import dev.ramify.core.problem.Problem;
import java.util.List;

/** Says everything that is wrong with a choice of metrics. */
public final class MetricChoiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    MetricChoiceException(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** Return the problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
