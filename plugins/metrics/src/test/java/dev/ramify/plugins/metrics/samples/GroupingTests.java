package dev.ramify.plugins.metrics.samples;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTests {

    @Test
    void samplesOfASingleClassCannotBeGrouped() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> Grouping.classes(recording(List.of("cat"), 0, 0, 0)))
                .withMessage("all samples are of one class, 'cat'; at least 2 classes are needed");
    }

    @Test
    void samplesWithoutClassesCannotBeGrouped() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> Grouping.classes(recording(List.of())))
                .withMessage("the classes of the samples are not known");
    }

    private static Recording recording(List<String> classes, int... labels) {
        return new Recording(
                List.of(), classes, labels, List.of(), new int[0][], new double[] {1, 1, 1});
    }
}
