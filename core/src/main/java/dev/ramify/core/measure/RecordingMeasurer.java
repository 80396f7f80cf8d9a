package dev.ramify.core.measure;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.MetricFailedException;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.core.statistics.NullDraws;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Measures a recording by one metric, layer by layer: of a network of a study as of arrays. A
 * metric that fails is recorded as failed, and stops no other. Thread-safe.
 */
public final class RecordingMeasurer {

    private final MetricEvaluator evaluator;

    @Inject
    public RecordingMeasurer(MetricEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Measure.
     *
     * @param seed of the network
     * @param next hears which layer is measured next
     * @throws CancellationException if the thread is interrupted
     */
    public NetworkMeasurements measure(
            MetricChoice choice, RecordedNetwork network, Seed seed, Consumer<String> next) {
        List<Measurement> measurements = new ArrayList<>();
        Map<String, List<UnitColumn>> units = new LinkedHashMap<>();
        List<NullDraws> nulls = new ArrayList<>();
        for (LayerRecording layer : network.recording().layers()) {
            next.accept(layer.layer());
            if (choice.measures(layer.layer())) {
                Evaluation evaluation = evaluate(choice, network, layer, seed);
                measurements.addAll(evaluation.measurements());
                nulls.addAll(evaluation.nulls());
                units.put(layer.layer(), evaluation.unitColumns());
            }
        }
        return new NetworkMeasurements(measurements, units, nulls);
    }

    private Evaluation evaluate(
            MetricChoice choice, RecordedNetwork network, LayerRecording layer, Seed seed) {
        try {
            return evaluator.evaluate(
                    choice.metric(),
                    network.input(choice.metric().profile(), layer, seed.derive("metrics")),
                    network.context(choice.metric().profile(), layer.layer()),
                    NullBudget.of(choice.permutations()));
        } catch (MetricFailedException e) {
            return failed(choice, layer, String.valueOf(e.getMessage()));
        } catch (InvalidOptionException e) {
            return failed(
                    choice,
                    layer,
                    told(
                            choice,
                            layer,
                            "the option `%s` does not fit the data: %s"
                                    .formatted(e.option(), e.getMessage())));
        } catch (OutOfMemoryError e) {
            return failed(
                    choice,
                    layer,
                    told(
                            choice,
                            layer,
                            "memory ran out at %d units and %d samples; give more with RAMIFY_OPTS=-Xmx8g"
                                    .formatted(
                                            layer.assignment().units(),
                                            layer.activations().samples())));
        }
    }

    private static String told(MetricChoice choice, LayerRecording layer, String reason) {
        return "metric '%s' failed on layer '%s': %s"
                .formatted(choice.metric().name(), layer.layer(), reason);
    }

    private static Evaluation failed(MetricChoice choice, LayerRecording layer, String reason) {
        return new Evaluation(
                List.of(
                        new Measurement(
                                choice.metric().name(),
                                layer.layer(),
                                Subject.layer(),
                                new Failed(reason))),
                List.of(),
                List.of());
    }
}
