package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Six documents of two, three and four tokens by turns. */
final class ReplicatesTests {

    private static final int[] DOCUMENT = {0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5};

    private static final Groups DOCUMENTS =
            new Groups(
                    List.of("d0", "d1", "d2", "d3", "d4", "d5"),
                    DOCUMENT,
                    new int[] {0, 1, 0, 1, 0, 1});

    @Test
    void tokensOfADocumentStayTogether() {
        MetricInput permuted = Replicates.permuted(input(DOCUMENTS), new Random(1), true);

        Groups groups = permuted.recording().groups().orElseThrow();
        assertThat(groups.names()).isNotEqualTo(DOCUMENTS.names());
        for (int i = 0; i < DOCUMENT.length; i++) {
            int was = DOCUMENTS.names().indexOf(groups.names().get(DOCUMENT[i]));
            assertThat(permuted.recording().labels()[i])
                    .isEqualTo(groups.classes()[DOCUMENT[i]])
                    .isEqualTo(DOCUMENTS.classes()[was]);
            assertThat(permuted.recording().levels()[0][i]).isEqualTo(was % 3);
        }
        assertThat(sorted(groups.classes())).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void samplesAreLeftAsTheyAreForMetricsOfGroups() {
        MetricInput permuted = Replicates.permuted(input(DOCUMENTS), new Random(1), false);

        assertThat(permuted.recording().labels()).isEqualTo(input(DOCUMENTS).recording().labels());
        assertThat(permuted.recording().groups().orElseThrow().classes())
                .isNotEqualTo(DOCUMENTS.classes());
    }

    @Test
    void classesThatDifferWithinADocumentCannotChangePlaces() {
        MetricInput input = input(DOCUMENTS);
        int[] labels = input.recording().labels().clone();
        labels[4] = 0;
        MetricInput mixed =
                input.with(
                        input.recording().withTruth(labels, input.recording().levels()),
                        input.layer());
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> Replicates.permuted(mixed, new Random(1), true))
                .withMessage(
                        "'class' differs within the group d1, so that groups cannot change places");
    }

    @Test
    void whereThereAreGroupsLabelsAreShuffledGroupByGroup() {
        Defined value = evaluate(NullModel.LABEL_SHUFFLE, input(DOCUMENTS));

        assertThat(value.chance().kind()).isEqualTo(NullModel.GROUP_PERMUTATION);
        // Of the 20 ways to deal two classes to six documents, two leave apart what was apart.
        assertThat(value.chance().mean()).isBetween(.08, .12);
    }

    @Test
    void totalsOfClassesHaveNoPAndSaySo() {
        Groups totals =
                new Groups(
                        List.of("d0", "d1"),
                        Arrays.stream(DOCUMENT).map(d -> d % 2).toArray(),
                        new int[] {0, 1});

        Defined value = evaluate(NullModel.GROUP_PERMUTATION, input(totals));

        assertThat(value.p()).isNull();
        assertThat(value.chance()).isNull();
        assertThat(value.phrase())
                .isEqualTo(" (no p: no class has several groups that could be permuted)");
    }

    @Test
    void samplesWithoutGroupsHaveNoPEither() {
        MetricInput input = input(DOCUMENTS);
        Recording bare =
                new Recording(
                        input.recording().layers(),
                        input.recording().classes(),
                        input.recording().labels(),
                        input.recording().factors(),
                        input.recording().levels(),
                        new double[0]);
        assertThat(evaluate(NullModel.GROUP_PERMUTATION, input.with(bare, input.layer())).p())
                .isNull();
        assertThat(evaluate(NullModel.LABEL_SHUFFLE, input.with(bare, input.layer())).p())
                .isNotNull();
    }

    @Test
    void aFactorThatDiffersWithinADocumentMakesAMetricUndefined() {
        MetricInput input = input(DOCUMENTS);
        int[] levels = input.recording().levels()[0].clone();
        levels[0] = 2;
        MetricInput mixed =
                input.with(
                        input.recording()
                                .withTruth(input.recording().labels(), new int[][] {levels}),
                        input.layer());

        var outcome =
                new MetricEvaluator()
                        .evaluate(metric(NullModel.LABEL_SHUFFLE), mixed, BranchKinds.allAlike(), 9)
                        .measurements()
                        .get(0)
                        .outcome();

        assertThat(((Undefined) outcome).reason()).contains("'shape' differs within the group d0");
    }

    /** 1 where the classes of even and odd documents differ throughout, else 0. */
    private static ConfiguredMetric<?> metric(NullModel model) {
        return FakeMetric.of(
                FakeMetric.profile(model, Tail.GREATER),
                input -> {
                    int[] labels = input.recording().labels();
                    boolean apart = true;
                    for (int i = 0; i < labels.length; i++) {
                        apart &= labels[i] == labels[0] ^ DOCUMENT[i] % 2 == 1;
                    }
                    double score = apart ? 1 : 0;
                    return FakePrepared.layer(assignment -> score);
                });
    }

    private static Defined evaluate(NullModel model, MetricInput input) {
        return new MetricEvaluator()
                .evaluate(metric(model), input, BranchKinds.allAlike(), 1999)
                .measurements()
                .get(0)
                .defined()
                .orElseThrow();
    }

    private static MetricInput input(Groups groups) {
        int[] labels = Arrays.stream(DOCUMENT).map(d -> d % 2).toArray();
        int[] shapes = Arrays.stream(DOCUMENT).map(d -> d % 3).toArray();
        LayerRecording layer =
                new LayerRecording(
                        "moe",
                        Assignment.of(List.of("e0", "e1"), new int[] {0, 1}),
                        Activations.of(Nd4j.zeros(DOCUMENT.length, 2)),
                        null);
        Recording recording =
                new Recording(
                                List.of(layer),
                                List.of("prose", "code"),
                                labels,
                                List.of(new Factor("shape", List.of("a", "b", "c"))),
                                new int[][] {shapes},
                                new double[0])
                        .withGroups(groups);
        return new MetricInput(recording, layer, new Seed(1));
    }

    private static int[] sorted(int[] values) {
        return Arrays.stream(values).sorted().toArray();
    }
}
