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
    void trainingAndMeasuringAreOnOneScale() {
        NetworkProgress network = progress.network(0, "columns/seed-1");
        network.at(.5, 1, 2, .75);
        network.at(1, 2, 2, .8);
        network.measuring("lesions of conv1", .5);
        network.measuring("lesions of conv1", 1);
        network.measuring("lesions of conv2", .5);
        network.done(.7);

        assertThat(told)
                .containsExactly(
                        "0.20 columns/seed-1 epoch 1/2 acc 0.750",
                        "0.40 columns/seed-1 epoch 2/2 acc 0.800",
                        "0.43 columns/seed-1 lesions of conv1 50 %",
                        "0.45 columns/seed-1 lesions of conv1 100 %",
                        "0.46 columns/seed-1 lesions of conv2 50 %",
                        "0.50 columns/seed-1 done, test acc 0.700");
    }

    @Test
    void progressNeverGoesBack() {
        NetworkProgress network = progress.network(1, "columns/seed-1");
        network.measuring("lesions of conv1", .9);
        network.measuring("lesions of conv1", .1);

        assertThat(told.get(1).substring(0, 4)).isEqualTo(told.get(0).substring(0, 4));
    }
}
