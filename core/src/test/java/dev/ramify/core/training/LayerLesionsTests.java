package dev.ramify.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.engine.RandomArchitecture;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a network's decisions after a lesion, against a naive forward pass. */
final class LayerLesionsTests {

    @TempDir private Path folder;

    static Stream<Architecture> networks() {
        return Stream.of(
                network("plain", block("conv1", 6), Pooling.max("pool", 2), block("conv2", 8)),
                network("columns", columns(4, 4)),
                network("unequal-columns", columns(3, 6)),
                network(
                        "parting-columns",
                        Branches.of(
                                "columns",
                                List.of(
                                        new Branch("b1", flat(block("conv1", 4))),
                                        new Branch(
                                                "b2", flat(block("conv1", 4), block("conv2", 5)))),
                                Merge.CONCAT)),
                network(
                        "summed-paths",
                        Branches.of(
                                "paths",
                                List.of(
                                        new Branch("b1", flat(block("conv1", 4))),
                                        new Branch("b2", flat(block("conv1", 4)))),
                                Merge.SUM)),
                network(
                        "columns-of-which-one-is-pooled",
                        Branches.of(
                                "columns",
                                List.of(
                                        new Branch("b1", flat(block("conv1", 4), same("pool"))),
                                        new Branch(
                                                "b2", flat(block("conv1", 4), block("conv2", 5)))),
                                Merge.CONCAT)),
                network(
                        "pooled-blocks-whose-layers-share-a-name",
                        block("stem", 4),
                        new Residual("block1", flat(block("conv1", 4), same("pool1")), List.of()),
                        new Residual("block2", flat(block("conv1", 4), same("pool2")), List.of())),
                network(
                        "blocks-whose-layers-share-a-name",
                        block("stem", 4),
                        new Residual("block1", flat(block("conv1", 4)), List.of()),
                        new Residual("block2", flat(block("conv1", 4)), List.of())));
    }

    private static List<Node> block(String name, int filters) {
        return List.of(
                Convolution.same(name, filters, 3).withBias(false),
                BatchNormalization.named(name + "-norm"),
                Activation.relu(name + "-relu"));
    }

    /** Maxima, for which the mean over samples is not that of the means. */
    private static Pooling same(String name) {
        return Pooling.max(name, Window.square(3).withPadding(1));
    }

    private static Branches columns(int first, int second) {
        return Branches.of(
                "columns", List.of(column("b1", first), column("b2", second)), Merge.CONCAT);
    }

    private static Branch column(String name, int width) {
        return new Branch(
                name,
                flat(block("conv1", width), Pooling.max("pool", 2), block("conv2", width + 1)));
    }

    private static Architecture network(String name, Object... nodes) {
        List<Node> all = new ArrayList<>(flat(nodes));
        all.add(new Flatten("flatten"));
        all.add(new Dense("hidden", 12, true));
        all.add(Activation.relu("relu"));
        all.add(new Dense("logits", 3, true));
        return new Architecture(name, new Shape(2, 6, 6), all);
    }

    private static List<Node> flat(Object... nodes) {
        List<Node> all = new ArrayList<>();
        for (Object each : nodes) {
            if (each instanceof List<?> list) {
                list.forEach(node -> all.add((Node) node));
            } else {
                all.add((Node) each);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void decisionsAreThoseOfANaiveNetworkWithUnitsReplaced(Architecture architecture) {
        for (Kernels kernels : List.of(new PortableKernels(), KernelSelection.choose())) {
            check(architecture, kernels, new Seed(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomCompositions(long seed) {
        check(
                new RandomArchitecture(new Seed(seed)).next(),
                KernelSelection.choose(),
                new Seed(seed));
    }

    private void check(Architecture architecture, Kernels kernels, Seed seed) {
        LesionedNetwork network = new LesionedNetwork(architecture, seed);
        for (LayerView view : architecture.views()) {
            try (LayerLesions lesions = network.open(kernels, view.name(), folder)) {
                RandomGenerator random = seed.derive("sets").derive(view.name()).generator();
                for (Replacement replacement : Replacement.values()) {
                    boolean[] silenced = new boolean[view.units()];
                    assertThat(lesions.correct(silenced, replacement))
                            .as("intact %s of %s", view.name(), architecture.name())
                            .isEqualTo(network.naive(view, silenced, replacement));
                    for (int unit = 0; unit < silenced.length; unit++) {
                        silenced[unit] = random.nextInt(3) > 0;
                    }
                    assertThat(lesions.correct(silenced, replacement))
                            .as("%s %s of %s", replacement, view.name(), architecture.name())
                            .isEqualTo(network.naive(view, silenced, replacement));
                }
            }
        }
    }

    @Test
    void lesionsHarm() {
        Architecture architecture = networks().findFirst().orElseThrow();
        LesionedNetwork network = new LesionedNetwork(architecture, new Seed(1));
        boolean[] half = {true, true, true, false, false, false};
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder)) {
            int all = IntStream.of(lesions.correct(new boolean[6], Replacement.ZERO)).sum();

            assertThat(all).isEqualTo(LesionedNetwork.SAMPLES);
            for (Replacement replacement : Replacement.values()) {
                assertThat(IntStream.of(lesions.correct(half, replacement)).sum()).isLessThan(all);
            }
        }
    }

    @Test
    void lesionsAskedForTogetherHaveTheAnswersOfEachAlone() {
        Architecture architecture = networks().findFirst().orElseThrow();
        LesionedNetwork network = new LesionedNetwork(architecture, new Seed(1));
        LayerView view = architecture.view("conv1");
        List<boolean[]> sets = allSets(6);
        for (Replacement replacement : Replacement.values()) {
            try (LayerLesions lesions = network.open(KernelSelection.choose(), "conv1", folder)) {
                List<int[]> answers = lesions.correct(sets, replacement);

                assertThat(answers).hasSameSizeAs(sets);
                for (int i = 0; i < sets.size(); i++) {
                    assertThat(answers.get(i))
                            .as("%s of set %d", replacement, i)
                            .isEqualTo(network.naive(view, sets.get(i), replacement));
                }
                assertThat(answers.stream().map(Arrays::hashCode).distinct().count())
                        .isGreaterThan(8);
            }
        }
    }

    private static List<boolean[]> allSets(int units) {
        List<boolean[]> sets = new ArrayList<>();
        for (int set = 0; set < 1 << units; set++) {
            boolean[] silenced = new boolean[units];
            for (int unit = 0; unit < units; unit++) {
                silenced[unit] = (set >> unit & 1) == 1;
            }
            sets.add(silenced);
        }
        return sets;
    }

    @Test
    void progressGoesUpToTheLastSample() {
        LesionedNetwork network =
                new LesionedNetwork(networks().findFirst().orElseThrow(), new Seed(1));
        List<Double> done = new ArrayList<>();
        try (LayerLesions lesions =
                network.open(new PortableKernels(), "conv1", folder, done::add)) {
            lesions.correct(new boolean[6], Replacement.ZERO);
            // 37 samples, 8 at a time.
            assertThat(done).containsExactly(8 / 37.0, 16 / 37.0, 24 / 37.0, 32 / 37.0, 1.0);

            lesions.correct(new boolean[6], Replacement.ZERO);
            assertThat(done).as("what is known is not run again").hasSize(5);
        }
    }

    @Test
    void anInterruptedThreadIsCancelled() {
        LesionedNetwork network =
                new LesionedNetwork(networks().findFirst().orElseThrow(), new Seed(1));
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> lesions.correct(allSets(6), Replacement.MEAN))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(lesions.correct(new boolean[6], Replacement.MEAN))
                    .isEqualTo(
                            network.naive(
                                    networks().findFirst().orElseThrow().view("conv1"),
                                    new boolean[6],
                                    Replacement.MEAN));
        }
    }

    @Test
    void whereOneThreadFailsTheOthersEndEarly() {
        LesionedNetwork network =
                new LesionedNetwork(networks().findFirst().orElseThrow(), new Seed(1));
        AtomicInteger calls = new AtomicInteger();
        DoubleConsumer failing =
                done -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new StackOverflowError("as a thread may");
                    }
                };
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder, failing)) {
            assertThatThrownBy(() -> lesions.correct(allSets(6), Replacement.MEAN))
                    .isInstanceOf(StackOverflowError.class);
            // Of five blocks of samples, one for each thread and perhaps one that had begun.
            assertThat(calls.get())
                    .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 1);
        }
    }

    @Test
    void equalQuestionsOfManyThreadsHaveEqualAnswers() {
        Architecture architecture = networks().findFirst().orElseThrow();
        LesionedNetwork network = new LesionedNetwork(architecture, new Seed(1));
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder)) {
            List<int[]> answers =
                    IntStream.range(0, 32)
                            .parallel()
                            .mapToObj(
                                    i -> {
                                        boolean[] silenced = new boolean[6];
                                        silenced[i % 4] = true;
                                        return lesions.correct(silenced, Replacement.RESAMPLE);
                                    })
                            .toList();

            for (int i = 0; i < 32; i++) {
                assertThat(answers.get(i)).isEqualTo(answers.get(i % 4));
            }
        }
    }

    @Test
    void aSetForAnotherLayerIsRefused() {
        LesionedNetwork network =
                new LesionedNetwork(networks().findFirst().orElseThrow(), new Seed(1));
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder)) {
            assertThatThrownBy(() -> lesions.correct(new boolean[5], Replacement.ZERO))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layer 'conv1' has 6 units, found 5 entries");
        }
    }

    @Test
    void nothingIsLeftInTheFolder() throws IOException {
        LesionedNetwork network =
                new LesionedNetwork(networks().findFirst().orElseThrow(), new Seed(1));
        try (LayerLesions lesions = network.open(new PortableKernels(), "conv1", folder)) {
            lesions.correct(new boolean[6], Replacement.ZERO);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
