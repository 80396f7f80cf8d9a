package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import java.util.List;

/** Shows what each branch is needed for: the loss of accuracy where it is silenced. */
public final class Lesions implements Visualizer<MatrixOptions> {

    private static final MatrixKind KIND =
            new MatrixKind(
                    "lesion-matrix",
                    "the contrast of what branches are needed for",
                    "points",
                    100,
                    false,
                    "A cell is by how many points the accuracy on a class falls where a branch is"
                            + " silenced. The last column shares the loss of all branches out among them"
                            + " (Shapley).",
                    "Branches that do the same work hide each other: each can be spared alone. What is"
                            + " put in place of a branch matters; the metric says what it was.");

    @Override
    public String id() {
        return "lesions";
    }

    @Override
    public String summary() {
        return "What accuracy on each class each branch is needed for, with Shapley values (needs the metric lesion-matrix)";
    }

    @Override
    public Class<MatrixOptions> options() {
        return MatrixOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, MatrixOptions options) {
        return MatrixFigure.of(id(), KIND, findings, options.controls());
    }
}
