package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.plugins.metrics.consistency.Consistency;
import dev.ramify.plugins.metrics.experts.ExpertCoactivation;
import dev.ramify.plugins.metrics.experts.ExpertDomains;
import dev.ramify.plugins.metrics.experts.ExpertLayers;
import dev.ramify.plugins.metrics.experts.ExpertLoad;
import dev.ramify.plugins.metrics.experts.ExpertSaturation;
import dev.ramify.plugins.metrics.experts.ExpertSpecificity;
import dev.ramify.plugins.metrics.experts.ExpertTransfer;
import dev.ramify.plugins.metrics.experts.ExpertVocabulary;
import dev.ramify.plugins.metrics.family.BranchDivergence;
import dev.ramify.plugins.metrics.family.FamilyConcentration;
import dev.ramify.plugins.metrics.family.FamilyInformation;
import dev.ramify.plugins.metrics.filter.FilterStatistics;
import dev.ramify.plugins.metrics.lesion.LesionMatrix;
import dev.ramify.plugins.metrics.probe.ProbeSelectivity;
import dev.ramify.plugins.metrics.routing.Routing;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivity;
import dev.ramify.plugins.metrics.selectivity.FactorVariance;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.ClusterAgreement;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.weights.Clusterability;
import dev.ramify.plugins.metrics.weights.LatentBranches;
import dev.ramify.plugins.metrics.weights.WeightModularity;
import java.util.List;

/** Offers the built-in specialization metrics. */
public final class MetricsPlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "ramify-metrics";
    }

    @Override
    public List<SpecializationMetric<?>> metrics() {
        return List.of(
                new FamilyInformation(),
                new FamilyConcentration(),
                new BranchDivergence(),
                new FactorVariance(),
                new ClassSelectivity(),
                new ProbeSelectivity(),
                new LesionMatrix(),
                new Routing(),
                new FilterStatistics(),
                new Cka(),
                new Coherence(),
                new ClusterAgreement(),
                new LatentBranches(),
                new WeightModularity(),
                new Clusterability(),
                new ExpertDomains(),
                new ExpertSpecificity(),
                new ExpertTransfer(),
                new ExpertCoactivation(),
                new ExpertLayers(),
                new ExpertSaturation(),
                new ExpertVocabulary(),
                new ExpertLoad());
    }

    @Override
    public List<StudyMetric<?>> studyMetrics() {
        return List.of(new Consistency());
    }
}
