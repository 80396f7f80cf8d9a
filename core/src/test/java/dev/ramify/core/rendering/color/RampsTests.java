package dev.ramify.core.rendering.color;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Ramp;
import org.junit.jupiter.api.Test;

class RampsTests {

    @Test
    void moreIsLighterOnASequentialRamp() {
        Ramp ramp = Ramp.sequential(2, 4);
        double before = -1;
        for (double value = 2; value <= 4; value += 0.05) {
            double lightness = ColorVision.lightness(Ramps.rgb(ramp, value));
            assertThat(lightness).as("at %s", value).isGreaterThan(before);
            before = lightness;
        }
    }

    @Test
    void theMiddleOfADivergingRampIsNearlyWhite() {
        assertThat(Ramps.rgb(new Ramp(Ramp.Kind.DIVERGING, -1, 0.5, 1), 0.5)).isEqualTo(0xf7f7f5);
    }

    @Test
    void bothSidesOfADivergingRampDarkenFromTheMiddle() {
        Ramp ramp = Ramp.diverging(0, 1);
        double before = 101;
        for (double value = 0; value <= 1; value += 0.05) {
            double above = ColorVision.lightness(Ramps.rgb(ramp, value));
            double below = ColorVision.lightness(Ramps.rgb(ramp, -value));
            assertThat(Math.max(above, below)).as("at %s", value).isLessThan(before);
            before = Math.max(above, below) + 1e-9;
        }
    }

    @Test
    void valuesBeyondARampHaveTheColourOfItsEnd() {
        Ramp ramp = Ramp.diverging(0, 1);
        assertThat(Ramps.rgb(ramp, 7)).isEqualTo(Ramps.rgb(ramp, 1));
        assertThat(Ramps.rgb(ramp, -7)).isEqualTo(Ramps.rgb(ramp, -1));
    }
}
