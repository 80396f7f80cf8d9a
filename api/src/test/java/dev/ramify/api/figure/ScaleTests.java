package dev.ramify.api.figure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTests {

    @Test
    void aScaleWithoutExtentIsRefused() {
        assertThatThrownBy(() -> Scale.linear(1, 1))
                .hasMessage("a scale runs between two different finite numbers, found 1.0 to 1.0");
    }

    @Test
    void aScaleToNowhereIsRefused() {
        assertThatThrownBy(() -> Scale.linear(0, Double.NaN)).hasMessageContaining("0.0 to NaN");
    }

    @Test
    void aLogarithmicScaleNeedsPositiveEnds() {
        assertThatThrownBy(() -> Scale.log(0, 10))
                .hasMessage("a logarithmic scale runs between positive numbers, found 0.0 to 10.0");
    }

    @Test
    void bandsNeedNames() {
        assertThatThrownBy(() -> Scale.bands(List.of()))
                .hasMessage("a band scale needs at least one band");
    }

    @Test
    void aRampAscends() {
        assertThatThrownBy(() -> Ramp.sequential(2, 1))
                .hasMessage("a ramp ascends between finite numbers, found 2.0 to 1.0");
    }

    @Test
    void theMiddleOfARampLiesBetweenItsEnds() {
        assertThatThrownBy(() -> new Ramp(Ramp.Kind.DIVERGING, 0, 2, 1))
                .hasMessage("the middle of a ramp from 0.0 to 1.0 lies between them, found 2.0");
    }

    @Test
    void branchesCountFromZero() {
        assertThatThrownBy(() -> new Color.Branch(-1))
                .hasMessage("an index counts from 0, found -1");
    }
}
