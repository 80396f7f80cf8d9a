package dev.ramify.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class VisualizersPluginTests {

    @Test
    void theJarOffersItsVisualizers() {
        List<String> ids =
                ServiceLoader.load(RamifyPlugin.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .flatMap(plugin -> plugin.visualizers().stream())
                        .map(Visualizer::id)
                        .toList();
        assertThat(ids)
                .containsExactly(
                        "specialization-table",
                        "filter-grid",
                        "training-curves",
                        "embedding",
                        "selectivity",
                        "cka",
                        "lesions",
                        "decodability",
                        "sparsity",
                        "top-examples",
                        "architecture");
    }
}
