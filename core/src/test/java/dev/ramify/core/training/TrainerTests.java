package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Training of a linear classifier, which can be followed by hand. */
final class TrainerTests {

    private static final Shape SHAPE = new Shape(1, 1, 3);
    private static final Architecture LINEAR =
            new Architecture(
                    "linear", SHAPE, List.of(new Flatten("flat"), new Dense("logits", 2, false)));
    private static final double RATE = 0.5;

    @Test
    void anEpochOfOneBatchIsOneStepDownTheMeanGradient() {
        FakeExamples examples = FakeExamples.of(SHAPE, 6);
        try (TrainingNetwork network = network(6)) {
            float[] before = weights(network);
            trainer(network, examples, 6, 1).epoch(1, (step, steps, soFar) -> {});

            assertThat(weights(network))
                    .containsExactly(stepped(before, examples), Offset.offset(1e-6f));
        }
    }

    @Test
    void theTallyIsThatOfTheImagesAsTheyWereTrainedOn() {
        FakeExamples examples = FakeExamples.of(SHAPE, 6);
        try (TrainingNetwork network = network(6)) {
            double[][] chances = chances(weights(network), examples);
            Tally tally = trainer(network, examples, 6, 1).epoch(1, (step, steps, soFar) -> {});

            double loss = 0;
            for (int i = 0; i < 6; i++) {
                loss -= Math.log(chances[i][i % 2]) / 6;
            }
            assertThat(tally.meanLoss()).isCloseTo(loss, Offset.offset(1e-5));
            assertThat(tally.samples()).isEqualTo(6);
        }
    }

    @Test
    void everyImageIsSeenOnceInAnEpochAndTheLastBatchIsWhatIsLeft() {
        FakeExamples examples = FakeExamples.of(SHAPE, 7);
        try (TrainingNetwork network = network(4)) {
            Trainer trainer = trainer(network, examples, 4, 1);
            Tally tally = trainer.epoch(1, (step, steps, soFar) -> {});

            assertThat(examples.read).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
            assertThat(trainer.steps()).isEqualTo(2);
            assertThat(tally.samples()).isEqualTo(7);
        }
    }

    @Test
    void theOrderFollowsFromTheSeedAndTheEpochAlone() {
        List<Integer> first = order(1, 2);

        assertThat(order(1, 2)).isEqualTo(first);
        assertThat(order(1, 3)).isNotEqualTo(first);
        assertThat(order(2, 2)).isNotEqualTo(first);
    }

    @Test
    void theOrderOfAnEpochDoesNotDependOnEpochsBefore() {
        FakeExamples examples = FakeExamples.of(SHAPE, 20);
        try (TrainingNetwork network = network(20)) {
            Trainer trainer = trainer(network, examples, 20, 1);
            trainer.epoch(1, (step, steps, soFar) -> {});
            examples.read.clear();
            trainer.epoch(2, (step, steps, soFar) -> {});

            assertThat(examples.read).isEqualTo(order(1, 2));
        }
    }

    @Test
    void ordersAreAllDifferentAndNoPlaceIsPreferred() {
        int[] firsts = new int[20];
        IntStream.range(0, 400).forEach(seed -> firsts[order(seed, 1).get(0)]++);

        // 400 draws of 20: mean 20, deviation 4.4.
        assertThat(Arrays.stream(firsts).boxed()).allMatch(count -> count > 2 && count < 40);
    }

    @Test
    void aLossThatIsNotFiniteStopsWithEpochStepAndLayer() {
        FakeExamples examples =
                new FakeExamples(SHAPE, new float[] {Float.POSITIVE_INFINITY, 0, 0});
        try (TrainingNetwork network = network(1)) {
            Trainer trainer = trainer(network, examples, 1, 1);

            NotFiniteException stopped =
                    catchThrowableOfType(
                            NotFiniteException.class,
                            () -> trainer.epoch(3, (step, steps, soFar) -> {}));

            assertThat(stopped.epoch()).isEqualTo(3);
            assertThat(stopped.layer()).isEqualTo("flat");
            assertThat(stopped)
                    .hasMessageContaining("epoch 3, step 1")
                    .hasMessageContaining("rate");
        }
    }

    private static List<Integer> order(long seed, int epoch) {
        FakeExamples examples = FakeExamples.of(SHAPE, 20);
        try (TrainingNetwork network = network(20)) {
            trainer(network, examples, 20, seed).epoch(epoch, (step, steps, soFar) -> {});
        }
        return List.copyOf(examples.read);
    }

    private static TrainingNetwork network(int batch) {
        FakeExamples any = FakeExamples.of(SHAPE, 1);
        TrainingNetwork network =
                new Engine(new PortableKernels())
                        .training(LINEAR, Targets.classes(any).loss(), batch);
        network.initialize(new Seed(5), 1);
        return network;
    }

    private static Trainer trainer(
            TrainingNetwork network, FakeExamples examples, int batch, long seed) {
        TrainingOptions options =
                new TrainingOptions(
                        10,
                        batch,
                        new OptimizerSpec.Sgd(0, 0),
                        RATE,
                        new Schedule.Constant(),
                        0,
                        OptionalDouble.empty());
        Input input =
                new Input(
                        SHAPE,
                        Standardization.none(SHAPE),
                        Augmentation.NONE,
                        Targets.classes(examples));
        return new Trainer(network, options, input, examples, new Seed(seed));
    }

    private static float[] weights(TrainingNetwork network) {
        return network.logical().read().get("logits:weight").values();
    }

    /** Compute the softmax of all images by hand, {@code [image][class]}. */
    private static double[][] chances(float[] weights, FakeExamples examples) {
        double[][] chances = new double[examples.size()][2];
        for (int i = 0; i < chances.length; i++) {
            double sum = 0;
            for (int k = 0; k < 2; k++) {
                double logit = 0;
                for (int j = 0; j < 3; j++) {
                    logit += weights[3 * k + j] * examples.image(i)[j];
                }
                chances[i][k] = Math.exp(logit);
                sum += chances[i][k];
            }
            chances[i][0] /= sum;
            chances[i][1] /= sum;
        }
        return chances;
    }

    /** Take one step of gradient descent by hand. */
    private static float[] stepped(float[] weights, FakeExamples examples) {
        double[][] chances = chances(weights, examples);
        float[] stepped = weights.clone();
        for (int i = 0; i < chances.length; i++) {
            for (int k = 0; k < 2; k++) {
                double error = chances[i][k] - (i % 2 == k ? 1 : 0);
                for (int j = 0; j < 3; j++) {
                    stepped[3 * k + j] -=
                            (float) (RATE * error * examples.image(i)[j] / chances.length);
                }
            }
        }
        return stepped;
    }
}
