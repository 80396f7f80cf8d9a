package dev.ramify.plugins.visualizers;

import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.plugins.visualizers.activity.Sparseness;
import dev.ramify.plugins.visualizers.curves.TrainingCurves;
import dev.ramify.plugins.visualizers.embedding.Embedding;
import dev.ramify.plugins.visualizers.examples.TopExamples;
import dev.ramify.plugins.visualizers.filters.FilterGrid;
import dev.ramify.plugins.visualizers.matrix.Decodability;
import dev.ramify.plugins.visualizers.matrix.Lesions;
import dev.ramify.plugins.visualizers.matrix.Similarity;
import dev.ramify.plugins.visualizers.selectivity.Selectivity;
import dev.ramify.plugins.visualizers.structure.ArchitectureDiagram;
import dev.ramify.plugins.visualizers.table.SpecializationTable;
import java.util.List;

/** Offers the built-in figures. */
public final class VisualizersPlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "ramify-visualizers";
    }

    @Override
    public List<Visualizer<?>> visualizers() {
        return List.of(
                new SpecializationTable(),
                new FilterGrid(),
                new TrainingCurves(),
                new Embedding(),
                new Selectivity(),
                new Similarity(),
                new Lesions(),
                new Decodability(),
                new Sparseness(),
                new TopExamples(),
                new ArchitectureDiagram());
    }
}
