package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import java.util.List;

/** Shows how alike the branches of each layer respond. */
public final class Similarity implements Visualizer<MatrixOptions> {

    private static final MatrixKind KIND =
            new MatrixKind(
                    "cka",
                    "the likeness (CKA) of branches",
                    "",
                    1,
                    true,
                    "A cell is how alike two branches respond to the same samples: unbiased linear CKA,"
                            + " 1 for the same up to rotation and scale, about 0 for nothing in common.",
                    "A few samples that differ from all others can make branches look alike, and"
                            + " rotating a branch changes nothing. Networks that were never trained are no"
                            + " empty floor: compare with the panel before training.");

    @Override
    public String id() {
        return "cka";
    }

    @Override
    public String summary() {
        return "How alike the branches of each layer are (needs the metric cka)";
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
