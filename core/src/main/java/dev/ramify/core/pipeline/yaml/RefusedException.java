package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Problem;

/** Ends the reading of a text that cannot be read further. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
