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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

/**
 * Lesions of one layer of a compiled network.
 *
 * <p>The intact network is run once; then every lesion runs only what follows the layer. Samples
 * are read once for all lesions that are asked for together, some at a time on each core, every
 * core with a network of its own. Answers are kept. Thread-safe; nobody waits for an answer to
 * another's question.
 *
 * <p>In memory there are, for each core, the values of the network and three times what is kept of
 * a batch of samples, {@code 12 * batch * width} bytes, where {@code width} counts the values of
 * the layer, after the pooling that follows it, and of paths around it; and {@code 4 * classes}
 * bytes for each lesion that is asked for. Maps of all samples are in a file.
 */
public final class LayerLesions implements Lesions, AutoCloseable {

    private final Subject subject;
    private final Map<String, Named> parameters;
    private final String layer;
    private final IntactMaps intact;
    private final List<LesionedUnit> units;
    private final LesionRound.Samples samples;
    private final DoubleConsumer progress;
    private final Map<Lesion, int[]> answers = new ConcurrentHashMap<>();
    private final LesionRunners runners;

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
     * @param progress hears which part of the samples has been run with all lesions that are asked
     *     for, in (0, 1], on any thread, one at a time
     * @throws CancellationException if the thread is interrupted
     */
    public LayerLesions(
            Subject subject, Map<String, Named> parameters, String layer, DoubleConsumer progress) {
        NativeThreads.one();
        this.subject = subject;
        this.parameters = parameters;
        this.layer = layer;
        this.progress = progress;
        int[] labels = new int[subject.samples().size()];
        Arrays.setAll(labels, subject.samples()::label);
        samples = new LesionRound.Samples(labels, subject.classes(), subject.batch());
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
        runners = new LesionRunners(network, this::compile, this::runner);
    }

    private LesionRunner runner(SectionedNetwork compiled) {
        return new LesionRunner(compiled, intact, units, subject.input().targets().loss());
    }

    private SectionedNetwork compile() {
        SectionedNetwork network =
                subject.engine()
                        .withThreads(1)
                        .sectioned(
                                subject.architecture(),
                                Observation.of(Set.of(layer), Observation.Point.ACTIVATION),
                                subject.batch());
        network.load(parameters);
        return network;
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
        int[][] correct = new LesionRound(lesions, samples, progress).run(runners);
        for (int i = 0; i < correct.length; i++) {
            answers.put(lesions.get(i), correct[i]);
        }
    }

    @Override
    public void close() {
        intact.close();
        runners.close();
    }
}
