package dev.ramify.core.study;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.measure.RecordingMeasurer;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.network.NetworkStages.Workshop;
import dev.ramify.core.network.StageKeys;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.telemetry.Meters;
import jakarta.inject.Inject;

/** Makes what all networks of a study share. Thread-safe. */
final class Workshops {

    private final Engine engine;
    private final RecordingMeasurer measurer;
    private final ExtensionRegistry extensions;
    private final Schemas schemas;
    private final Meters meters;

    @Inject
    Workshops(
            Engine engine,
            RecordingMeasurer measurer,
            ExtensionRegistry extensions,
            Schemas schemas,
            Meters meters) {
        this.engine = engine;
        this.measurer = measurer;
        this.extensions = extensions;
        this.schemas = schemas;
        this.meters = meters;
    }

    /**
     * Make it for a pipeline.
     *
     * @param threads that each network shares
     */
    Workshop of(ResolvedPipeline pipeline, int threads) {
        CanonicalForm form = new CanonicalForm(schemas, pipeline.folder());
        return new Workshop(
                engine.withThreads(threads),
                pipeline.spec(),
                StudyMetrics.of(pipeline.spec().metrics()),
                measurer,
                new StageKeys(form, extensions, engine.kernels()),
                meters);
    }
}
