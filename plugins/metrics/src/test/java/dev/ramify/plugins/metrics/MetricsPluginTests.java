package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MetricsPluginTests {

    @Test
    void isFoundByTheServiceLoaderWithItsMetrics() {
        assertThat(ServiceLoader.load(RamifyPlugin.class))
                .flatExtracting(RamifyPlugin::metrics)
                .extracting(SpecializationMetric::id)
                .containsExactly(
                        "family-information",
                        "family-concentration",
                        "branch-divergence",
                        "factor-variance",
                        "class-selectivity",
                        "probe-selectivity",
                        "lesion-matrix",
                        "routing",
                        "filter-statistics",
                        "cka",
                        "coherence",
                        "cluster-agreement",
                        "latent-branches",
                        "weight-modularity",
                        "clusterability",
                        "expert-domains",
                        "expert-specificity",
                        "expert-transfer",
                        "expert-coactivation",
                        "expert-layers",
                        "expert-saturation",
                        "expert-vocabulary",
                        "expert-load");
        assertThat(ServiceLoader.load(RamifyPlugin.class))
                .flatExtracting(RamifyPlugin::studyMetrics)
                .extracting(StudyMetric::id)
                .containsExactly("consistency");
    }
}
