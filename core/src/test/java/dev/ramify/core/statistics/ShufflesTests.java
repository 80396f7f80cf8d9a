package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.MetricInput;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ShufflesTests {

    @Test
    void classAndLevelsOfASampleStayTogether() {
        int[] labels = IntStream.range(0, 30).map(i -> i % 2).toArray();
        int[] levels = IntStream.range(0, 30).map(i -> 1 - i % 2).toArray();
        MetricInput input = Inputs.of(Inputs.twoBranches(1, 1), 1, labels, levels, null);
        MetricInput shuffled = Shuffles.samples(input, new SplittableRandom(2));
        int[] classes = shuffled.recording().labels();
        assertThat(classes).isNotEqualTo(labels);
        assertThat(Arrays.stream(classes).sum()).isEqualTo(15);
        for (int i = 0; i < 30; i++) {
            assertThat(shuffled.recording().levels()[0][i]).isEqualTo(1 - classes[i]);
        }
        assertThat(input.recording().labels()).isEqualTo(labels);
    }

    @Test
    void connectionsThatAreZeroStayAndKernelsMoveAsAWhole() {
        float[] values = new float[4 * 5 * 2];
        for (int connection = 0; connection < 20; connection++) {
            values[2 * connection] = connection % 3;
            values[2 * connection + 1] = 10 * (connection % 3);
        }
        INDArray weights = Nd4j.createFromArray(values).reshape(4, 5, 2, 1);
        MetricInput input = Inputs.of(Inputs.twoBranches(2, 2), 1, new int[0], new int[0], weights);
        float[] shuffled =
                new WeightShuffle(input)
                        .draw(new SplittableRandom(2))
                        .layer()
                        .weights()
                        .orElseThrow()
                        .dup('c')
                        .data()
                        .asFloat();
        assertThat(shuffled).isNotEqualTo(values);
        for (int connection = 0; connection < 20; connection++) {
            assertThat(shuffled[2 * connection] == 0).isEqualTo(connection % 3 == 0);
            assertThat(shuffled[2 * connection + 1]).isEqualTo(10 * shuffled[2 * connection]);
        }
    }

    @Test
    void weightsThatLieInAnotherOrderAreReadAsTheyAreSeen() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{0, 1, 2}, {3, 0, 5}}).transpose();
        MetricInput input = Inputs.of(Inputs.twoBranches(2, 1), 1, new int[0], new int[0], weights);
        INDArray after =
                new WeightShuffle(input)
                        .draw(new SplittableRandom(2))
                        .layer()
                        .weights()
                        .orElseThrow();
        assertThat(after.getFloat(0, 0)).isZero();
        assertThat(after.getFloat(1, 1)).isZero();
        assertThat(after.sumNumber().floatValue()).isEqualTo(11);
    }

    @Test
    void weightsKeepTheirValuesButNotTheirPlaces() {
        INDArray weights =
                Nd4j.arange(1, 25)
                        .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                        .reshape(4, 6, 1, 1);
        MetricInput input = Inputs.of(Inputs.twoBranches(2, 2), 1, new int[0], new int[0], weights);
        MetricInput shuffled = new WeightShuffle(input).draw(new SplittableRandom(2));
        INDArray after = shuffled.layer().weights().orElseThrow();
        assertThat(after.shape()).isEqualTo(weights.shape());
        assertThat(after).isNotEqualTo(weights);
        float[] values = after.dup('c').data().asFloat();
        Arrays.sort(values);
        assertThat(values).isEqualTo(weights.dup('c').data().asFloat());
        assertThat(shuffled.recording().layer("conv1").orElseThrow().weights()).contains(after);
    }
}
