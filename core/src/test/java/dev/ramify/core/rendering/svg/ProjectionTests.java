package dev.ramify.core.rendering.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.figure.Scale;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectionTests {

    private static final Frame FRAME = new Frame(10, 20, 100, 50);

    @Test
    void valuesRunRightAndUp() {
        assertThat(Projection.across(Scale.linear(0, 10), FRAME).at(5)).isEqualTo(60);
        assertThat(Projection.upright(Scale.linear(0, 10), FRAME).at(10)).isEqualTo(20);
    }

    @Test
    void equalRatiosAreEqualStepsOnALogarithmicScale() {
        assertThat(Projection.across(Scale.log(1, 100), FRAME).at(10)).isCloseTo(60, within(1e-9));
    }

    @Test
    void bandsRunDownwards() {
        Projection project = Projection.upright(Scale.bands(List.of("a", "b")), FRAME);
        assertThat(project.at(0)).isEqualTo(32.5);
        assertThat(project.at(1)).isEqualTo(57.5);
    }

    @Test
    void cellsTouchWithinAGroupAndPartAtAGap() {
        Scale scale = new Scale.Bands(List.of("a", "b", "c"), Set.of(2));
        Projection project = Projection.across(scale, new Frame(0, 0, 350, 10));
        assertThat(project.edge(0.5, -0.5)).as("end of a").isEqualTo(100);
        assertThat(project.edge(0.5, 1.5)).as("start of b").isEqualTo(100);
        assertThat(project.edge(1.5, 0.5)).as("end of b").isEqualTo(200);
        assertThat(project.edge(1.5, 2.5)).as("start of c").isEqualTo(250);
        assertThat(project.edge(2.5, 1.5)).as("end of c").isEqualTo(350);
    }
}
