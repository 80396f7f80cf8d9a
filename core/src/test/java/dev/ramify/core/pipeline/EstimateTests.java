package dev.ramify.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstimateTests {

    private static final String ONE_LAYER =
            """
            name: tiny
            dataset: {type: dots, size: 4, images: 100}
            trunk: {layers: [conv: {name: conv1, filters: 2, kernel: 1}, global-average-pool]}
            variants: [{name: halves, strategy: split, branches: 2}]
            training: {epochs: 3, batch: 10}
            seeds: [1, 2]
            """;

    @TempDir private Path folder;

    @Test
    void operationsAreThoseOfTrainingAndTesting() throws Exception {
        // conv1: 2 filters of 3 inputs at 16 positions; logits: 2 by 2; twice as operations.
        double forward = 2.0 * (2 * 3 * 16 + 4);
        double expected = 2 * (3 * forward * 100 * 3 + forward * 50 * 4);

        Estimate estimate = Estimate.of(new Pipelines(folder).load(ONE_LAYER), 1);

        assertThat(estimate.operations()).isEqualTo(expected);
        assertThat(estimate.seconds(expected)).isEqualTo(1.0);
    }

    @Test
    void memoryGrowsWithTheNetworksTrainedAtOneTimeButNotBeyondTheRuns() throws Exception {
        ResolvedPipeline pipeline = new Pipelines(folder).load(ONE_LAYER);
        long images = 4L * 48 * 150;
        // Weights: 2*3+2 and 2*2+2. Activations: twice 16 (one filter each), then 2 and 2.
        long network = 4 * 4 * 14 + 2 * 10 * 4 * (16 + 16 + 2 + 2);

        assertThat(Estimate.of(pipeline, 1).memory()).isEqualTo(images + network);
        assertThat(Estimate.of(pipeline, 2).memory()).isEqualTo(images + 2 * network);
        assertThat(Estimate.of(pipeline, 8).memory()).isEqualTo(images + 2 * network);
    }
}
