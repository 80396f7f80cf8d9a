package dev.ramify.core.training;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.data.Examples;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.SectionedNetwork;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.machine.NativeThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Lesions of one layer of a compiled network.
 *
 * <p>The intact network is run once; then every lesion runs only what follows the layer. Samples
 * are read once for all lesions that are asked for together, some at a time on each core, every
 * core with a network of its own. Answers are kept. Thread-safe; nobody waits for an answer to
 * another's question.
 *
 * <p>In memory there are, for each core, the values of the network and four times what is kept of a
 * batch of samples: {@code 16 * batch * width} bytes, where {@code width} counts the values of the
 * layer, after the pooling that follows it, and of paths around it.
 */
public final class LayerLesions implements Lesions, AutoCloseable {

    private final Subject subject;
    private final Map<String, Named> parameters;
    private final String layer;
    private final IntactMaps intact;
    private final List<LesionedUnit> units;
    private final int[] labels;
    private final Map<Lesion, int[]> answers = new ConcurrentHashMap<>();
    private final List<LesionRunner> runners = new ArrayList<>();
    private final Queue<LesionRunner> idle = new ConcurrentLinkedQueue<>();

    /**
     * What lesions are made of.
     *
     * @param engine compiles the network
     * @param architecture of the network
     * @param input how images are prepared, and what the network is to tell
     * @param samples what the network is shown
     * @param classes number of classes
     * @param batch greatest number of samples at a time
     * @param seed decides which other sample each one is given the maps of
     * @param folder for a file of maps, deleted in the end
     */
    public record Subject(
            Engine engine,
            Architecture architecture,
            Input input,
            Examples samples,
            int classes,
            int batch,
            Seed seed,
            Path folder) {}

    /**
     * Compile the network and run it once.
     *
     * @param parameters of the network, by name
     * @param layer the name of a weighted layer
     * @throws CancellationException if the thread is interrupted
     */
    public LayerLesions(Subject subject, Map<String, Named> parameters, String layer) {
        NativeThreads.one();
        this.subject = subject;
        this.parameters = parameters;
        this.layer = layer;
        labels = new int[subject.samples().size()];
        Arrays.setAll(labels, subject.samples()::label);
        SectionedNetwork network = compile();
        try {
            intact =
                    new IntactMaps(
                            network,
                            subject.input(),
                            subject.samples(),
                            subject.seed(),
                            subject.folder());
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
        units = LesionedUnit.of(network, intact, subject.architecture().view(layer).parts());
        idle.add(runner(network));
    }

    private SectionedNetwork compile() {
        SectionedNetwork network =
                subject.engine()
                        .withThreads(1)
                        .sectioned(
                                subject.architecture(),
                                new Observation(Set.of(layer), Observation.Point.ACTIVATION, false),
                                subject.batch());
        network.load(parameters);
        return network;
    }

    private LesionRunner runner(SectionedNetwork network) {
        LesionRunner runner =
                new LesionRunner(network, intact, units, subject.input().targets().objective());
        synchronized (runners) {
            runners.add(runner);
        }
        return runner;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the thread is interrupted
     */
    @Override
    public int[] correct(boolean[] silenced, Replacement replacement) {
        return correct(List.of(silenced), replacement).get(0);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the thread is interrupted
     */
    @Override
    public List<int[]> correct(List<boolean[]> silenced, Replacement replacement) {
        List<Lesion> lesions = new ArrayList<>();
        for (boolean[] each : silenced) {
            if (each.length != units.size()) {
                throw new IllegalArgumentException(
                        "layer '%s' has %d units, found %d entries"
                                .formatted(layer, units.size(), each.length));
            }
            lesions.add(Lesion.of(each, replacement));
        }
        Set<Lesion> open = new LinkedHashSet<>(lesions);
        open.removeAll(answers.keySet());
        if (!open.isEmpty()) {
            answer(List.copyOf(open));
        }
        return lesions.stream().map(lesion -> known(lesion).clone()).toList();
    }

    private int[] known(Lesion lesion) {
        return Objects.requireNonNull(answers.get(lesion), "not answered");
    }

    private void answer(List<Lesion> lesions) {
        Thread asking = Thread.currentThread();
        int[][] correct = new int[lesions.size()][subject.classes()];
        int blocks = (labels.length + subject.batch() - 1) / subject.batch();
        IntStream.range(0, blocks)
                .parallel()
                .forEach(block -> run(block * subject.batch(), lesions, asking, correct));
        for (int i = 0; i < correct.length; i++) {
            answers.put(lesions.get(i), correct[i]);
        }
    }

    private void run(int from, List<Lesion> lesions, Thread asking, int[][] correct) {
        NativeThreads.one();
        LesionRunner free = idle.poll();
        LesionRunner runner = free == null ? runner(compile()) : free;
        int count = Math.min(subject.batch(), labels.length - from);
        int[][] found = new int[lesions.size()][subject.classes()];
        runner.take(from, count, lesions.stream().anyMatch(Lesion::isResampled));
        for (int i = 0; i < found.length; i++) {
            if (asking.isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            runner.count(lesions.get(i), labels, found[i]);
        }
        idle.add(runner);
        add(found, correct);
    }

    private static void add(int[][] some, int[][] all) {
        synchronized (all) {
            for (int i = 0; i < all.length; i++) {
                for (int c = 0; c < all[i].length; c++) {
                    all[i][c] += some[i][c];
                }
            }
        }
    }

    @Override
    public void close() {
        intact.close();
        runners.forEach(LesionRunner::close);
    }
}
