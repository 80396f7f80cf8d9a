package dev.ramify.plugins.visualizers.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.option.NoOptions;
import dev.ramify.plugins.visualizers.fakes.FakeStudy;
import org.junit.jupiter.api.Test;

class ArchitectureDiagramTests {

    @Test
    void everyLayerWithWeightsIsABoxAndTheTableCountsThemAll() {
        FakeStudy study =
                new FakeStudy(7)
                        .variant("two", Role.STUDIED, 2, .9)
                        .variant("one", Role.CONTROL, 1, 0);
        Figure figure = new ArchitectureDiagram().draw(study.findings(), new NoOptions()).get(0);
        assertThat(figure.panels()).hasSize(2);
        long boxes =
                ((Plot) figure.panels().get(0))
                        .marks().stream()
                                .filter(Mark.Rectangles.class::isInstance)
                                .mapToLong(mark -> ((Mark.Rectangles) mark).rectangles().size())
                                .sum();
        // A convolution in each branch, and the logits.
        assertThat(boxes).isEqualTo(3);
        long parameters =
                figure.data().rows().stream()
                        .filter(row -> row.get(0).equals("two"))
                        .mapToLong(row -> Long.parseLong(row.get(5)))
                        .sum();
        assertThat(parameters)
                .isEqualTo(study.findings().variants().get(0).architecture().cost().parameters());
    }
}
