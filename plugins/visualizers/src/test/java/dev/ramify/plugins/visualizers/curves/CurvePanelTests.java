package dev.ramify.plugins.visualizers.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.plugins.visualizers.curves.CurvePanel.Possible;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurvePanelTests {

    // Student's interval of 20 and 100 % reaches from -448 to 568 %.
    private static final Trace ACCURACY = trace(20, 100);

    @Test
    void intervalsAreCutAtWhatIsPossible() {
        assertThat(interval(new Possible(0, 100)))
                .extracting(Mark.Slice::low, Mark.Slice::high)
                .containsExactly(tuple(0.0, 100.0));
    }

    @Test
    void intervalsOfNumbersWithoutLimitsAreWhole() {
        Mark.Slice slice = interval(Possible.ANY).get(0);
        assertThat(slice.low()).isLessThan(-400);
        assertThat(slice.high()).isGreaterThan(500);
    }

    private static List<Mark.Slice> interval(Possible possible) {
        Plot plot =
                new CurvePanel("Test accuracy", "accuracy", "%", possible, List.of(ACCURACY))
                        .draw();
        return plot.marks().stream()
                .filter(Mark.Band.class::isInstance)
                .map(Mark.Band.class::cast)
                .findFirst()
                .orElseThrow()
                .slices();
    }

    private static Trace trace(double one, double other) {
        SortedMap<Integer, OverSeeds> mean = new TreeMap<>();
        mean.put(0, OverSeeds.of(new double[] {one, other}));
        return new Trace(
                "columns",
                0,
                false,
                List.of(new TreeMap<>(Map.of(0, one)), new TreeMap<>(Map.of(0, other))),
                mean);
    }
}
