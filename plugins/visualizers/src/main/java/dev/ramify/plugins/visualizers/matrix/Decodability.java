package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import java.util.List;

/** Shows what can be read out of each branch: cross-validated linear probes. */
public final class Decodability implements Visualizer<MatrixOptions> {

    private static final MatrixKind KIND =
            new MatrixKind(
                    "probe-selectivity",
                    "the contrast of what can be read out of branches",
                    "",
                    1,
                    false,
                    "A cell is how well a cross-validated linear readout of a branch tells a target: 0 by"
                            + " guessing, 1 without fault.",
                    "What can be read out need not be used, and a wide branch tells more than a narrow"
                            + " one. Below 0 a readout is worse than guessing.");

    @Override
    public String id() {
        return "decodability";
    }

    @Override
    public String summary() {
        return "What a readout of each branch can tell of each target (needs the metric probe-selectivity)";
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
