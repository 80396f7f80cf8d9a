package dev.ramify.core.pipeline;

import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.InputSpec;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;
import dev.ramify.core.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/** Checks that options fit the data. */
final class DataChecks {

    private final Binding<PipelineSpec> binding;
    private final FitReports reports;

    DataChecks(Binding<PipelineSpec> binding, FitReports reports) {
        this.binding = binding;
        this.reports = reports;
    }

    void check(List<PlannedVariant> variants) {
        variants.stream().map(PlannedVariant::data).distinct().forEach(this::check);
    }

    private void check(DatasetFacts data) {
        binding.part("training", TrainingSpec.class)
                .map(TrainingSpec::batch)
                .filter(batch -> batch > data.train())
                .ifPresent(
                        batch ->
                                refuse(
                                        "training",
                                        "batch",
                                        "a batch of %d is larger than the %d images to train on"
                                                .formatted(batch, data.train())));
        int side = Math.min(data.shape().height(), data.shape().width());
        binding.part("input", InputSpec.class)
                .map(InputSpec::crop)
                .filter(crop -> crop >= side)
                .ifPresent(
                        crop ->
                                refuse(
                                        "input",
                                        "crop",
                                        "a crop of %d pixels is too much for images of %s"
                                                .formatted(crop, data.shape())));
        Map<String, MetricSpec> metrics = Parts.of(binding, "metrics", MetricSpec.class);
        metrics.forEach((path, spec) -> needs(path, spec, data));
    }

    private void needs(String path, MetricSpec spec, DatasetFacts data) {
        boolean needsFactors = spec.metric().extension().profile().needs().contains(Need.FACTORS);
        if (needsFactors && data.factors().isEmpty()) {
            reports.report(
                    ProblemCode.DOES_NOT_FIT,
                    binding.place(Paths.key(path, "metric")),
                    "the metric `%s` needs known factors, and the dataset has none"
                            .formatted(spec.metric().id()));
        }
    }

    private void refuse(String path, String option, String reason) {
        reports.refuse(path, new InvalidOptionException(option, reason));
    }
}
