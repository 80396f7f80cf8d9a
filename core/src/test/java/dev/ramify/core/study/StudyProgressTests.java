package dev.ramify.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.network.NetworkProgress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyProgressTests {

    private final List<String> told = new ArrayList<>();
    private final StudyProgress progress =
            new StudyProgress(
                    new StudyListener() {
                        @Override
                        public void progress(double done, String status) {
                            told.add("%.2f %s".formatted(done, status));
                        }

                        @Override
                        public void note(String line) {
                            throw new AssertionError(line);
                        }
                    },
                    2);

    @Test
    void measuringIsToldAndLeavesThePartThatIsTrained() {
        NetworkProgress network = progress.network(0, "columns/seed-1");
        network.at(.5, 1, 2, .75);
        network.measuring("lesions of conv1", .42);

        assertThat(told)
                .containsExactly(
                        "0.25 columns/seed-1 epoch 1/2 acc 0.750",
                        "0.25 columns/seed-1 lesions of conv1 42 %");
    }
}
