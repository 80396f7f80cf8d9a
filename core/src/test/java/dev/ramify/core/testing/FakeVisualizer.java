package dev.ramify.core.testing;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.option.NoOptions;
import java.util.List;

/** Draws nothing. */
final class FakeVisualizer implements Visualizer<NoOptions> {

    @Override
    public String id() {
        return "blank";
    }

    @Override
    public String summary() {
        return "Draw nothing.";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, NoOptions options) {
        return List.of();
    }
}
