package dev.ramify.core.pipeline;

import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.List;

/** Says everything that is wrong with a pipeline file. */
public final class InvalidPipelineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidPipelineException(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** Return the problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** Tell whether the file would be sound if all installed plugins worked. */
    public boolean blamesPlugins() {
        return problems.stream().allMatch(p -> p.code() == ProblemCode.BROKEN_PLUGIN);
    }
}
