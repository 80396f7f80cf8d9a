package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.training.Recorder.Reduction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings of two branches of 1x1 convolutions, which can be computed by hand. */
final class RecorderTests {

    private static final Shape SHAPE = new Shape(2, 2, 2);
    private static final Architecture COLUMNS =
            new Architecture(
                    "columns",
                    SHAPE,
                    List.of(
                            Branches.of(
                                    "columns",
                                    List.of(
                                            new Branch(
                                                    "b1",
                                                    List.of(
                                                            Convolution.same("conv1", 2, 1),
                                                            Activation.relu("relu1"))),
                                            new Branch(
                                                    "b2",
                                                    List.of(
                                                            Convolution.same("conv1", 1, 1),
                                                            Activation.relu("relu1")))),
                                    Merge.CONCAT),
                            new GlobalAveragePooling("average"),
                            new Dense("logits", 2, true)));

    private final Engine engine = new Engine(new PortableKernels());
    private final FakeExamples examples = FakeExamples.of(SHAPE, 5);
    private Map<String, Named> parameters = Map.of();

    @BeforeEach
    void initialize() {
        try (TrainingNetwork network =
                engine.training(COLUMNS, Targets.classes(examples).loss(), 2)) {
            network.initialize(new Seed(9), 1);
            parameters = network.logical().read();
        }
    }

    @Test
    void aUnitsMapBecomesItsMeanAfterTheRectifier() {
        float[] rows = rows(record(Observation.Point.ACTIVATION, Reduction.MEAN));

        for (int sample = 0; sample < 5; sample++) {
            for (int unit = 0; unit < 3; unit++) {
                double sum = 0;
                for (int at = 0; at < 4; at++) {
                    sum += Math.max(0, value(sample, unit, at));
                }
                assertThat(rows[3 * sample + unit])
                        .isCloseTo((float) (sum / 4), Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void aUnitsMapBecomesItsMaximumBeforeTheRectifier() {
        float[] rows = rows(record(Observation.Point.PREACTIVATION, Reduction.MAX));

        for (int sample = 0; sample < 5; sample++) {
            for (int unit = 0; unit < 3; unit++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int at = 0; at < 4; at++) {
                    most = Math.max(most, value(sample, unit, at));
                }
                assertThat(rows[3 * sample + unit]).isCloseTo((float) most, Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void unitsBelongToTheirBranchesAndBringTheirWeights() {
        LayerRecording layer =
                record(Observation.Point.ACTIVATION, Reduction.MEAN).layer("conv1").orElseThrow();

        assertThat(layer.assignment().branches()).containsExactly("b1", "b2");
        assertThat(layer.assignment().branchOf(1)).isZero();
        assertThat(layer.assignment().branchOf(2)).isEqualTo(1);
        assertThat(layer.weights().orElseThrow().shape()).containsExactly(3, 2, 1, 1);
        assertThat(layer.weights().orElseThrow().getFloat(2, 1, 0, 0)).isEqualTo(weight(2, 1));
    }

    @Test
    void labelsAndLevelsAreThoseOfTheSamples() {
        Recording recording = record(Observation.Point.ACTIVATION, Reduction.MEAN);

        assertThat(recording.labels()).containsExactly(0, 1, 0, 1, 0);
        assertThat(recording.levels()).isDeepEqualTo(new int[][] {{0, 1, 2, 0, 1}});
        assertThat(recording.classes()).containsExactly("even", "odd");
    }

    @Test
    void lossAndAccuracyAreThoseOfAllImagesWhateverTheBatch() {
        Tally two = evaluate(2);
        Tally five = evaluate(5);

        assertThat(two.samples()).isEqualTo(5);
        assertThat(two.meanLoss()).isCloseTo(five.meanLoss(), Offset.offset(1e-6));
        assertThat(two.correct()).isEqualTo(five.correct());
        assertThat(two.meanLoss()).isCloseTo(naiveLoss(), Offset.offset(1e-5));
    }

    private Tally evaluate(int batch) {
        try (InferenceNetwork network = engine.inference(COLUMNS, Observation.NONE, batch)) {
            network.load(parameters);
            return new Evaluator(network, input()).evaluate(examples);
        }
    }

    private double naiveLoss() {
        double loss = 0;
        for (int sample = 0; sample < 5; sample++) {
            double[] logits = new double[2];
            for (int k = 0; k < 2; k++) {
                logits[k] = values("logits:bias")[k];
                for (int unit = 0; unit < 3; unit++) {
                    double mean = 0;
                    for (int at = 0; at < 4; at++) {
                        mean += Math.max(0, value(sample, unit, at)) / 4;
                    }
                    logits[k] += values("logits:weight")[3 * k + unit] * mean;
                }
            }
            double all = Math.log(Math.exp(logits[0]) + Math.exp(logits[1]));
            loss += (all - logits[sample % 2]) / 5;
        }
        return loss;
    }

    private Recording record(Observation.Point point, Reduction reduction) {
        Observation observation = Observation.of(Set.of("conv1"), point);
        try (InferenceNetwork network = engine.inference(COLUMNS, observation, 2)) {
            return new Recorder(COLUMNS, network, input(), reduction)
                    .record(examples, examples, parameters);
        }
    }

    private Input input() {
        return new Input(
                SHAPE, Standardization.none(SHAPE), Augmentation.NONE, Targets.classes(examples));
    }

    private static float[] rows(Recording recording) {
        float[] rows = new float[15];
        recording.layer("conv1").orElseThrow().activations().read(0, rows);
        return rows;
    }

    /** Compute what a unit's convolution gives at a position. */
    private double value(int sample, int unit, int at) {
        double sum = values(path(unit) + ":bias")[within(unit)];
        for (int channel = 0; channel < 2; channel++) {
            sum += (double) weight(unit, channel) * examples.image(sample)[4 * channel + at];
        }
        return sum;
    }

    private float weight(int unit, int channel) {
        return values(path(unit) + ":weight")[2 * within(unit) + channel];
    }

    private static String path(int unit) {
        return unit < 2 ? "columns/b1/conv1" : "columns/b2/conv1";
    }

    private static int within(int unit) {
        return unit < 2 ? unit : 0;
    }

    private float[] values(String name) {
        Named named = parameters.get(name);
        assertThat(named).as("%s among %s", name, parameters.keySet()).isNotNull();
        return named.values();
    }
}
