package dev.ramify.core.pipeline.spec;

import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Chosen;
import dev.ramify.core.pipeline.binding.ChosenBy;
import dev.ramify.core.pipeline.binding.Inline;

/** One kind of figure in the report. */
public record VisualizerSpec(
        @Option("the visualizer") @Inline @ChosenBy("visualizer")
                Chosen<Visualizer<?>> visualizer) {}
