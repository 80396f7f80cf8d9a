package dev.ramify.core.pipeline;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.spec.InputSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.util.List;

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
        if (data.test() == 0 || data.train() == 0) {
            reports.report(
                    new Problem(
                            ProblemCode.DOES_NOT_FIT,
                            binding.place("dataset"),
                            "no image is left to %s: there are %d to train on and %d to test on"
                                    .formatted(
                                            data.test() == 0 ? "test on" : "train on",
                                            data.train(),
                                            data.test()),
                            "add images, or divide them otherwise"));
            return;
        }
        if (data.tested().size() == 1) {
            reports.note(
                    binding.place("dataset"),
                    "all %d images to test on are of the class `%s`, so nothing can be told apart by class"
                            .formatted(data.test(), data.tested().get(0)));
        }
        samples(data);
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
    }

    private void samples(DatasetFacts data) {
        Location place = binding.place("record.samples");
        boolean asked = place.source().kind() != Source.Kind.DEFAULT;
        binding.part("record", RecordSpec.class)
                .map(RecordSpec::samples)
                .filter(samples -> asked && samples > data.test())
                .ifPresent(
                        samples ->
                                reports.note(
                                        place,
                                        "%d test images are to be recorded, but there are %d: all of them are taken"
                                                .formatted(samples, data.test())));
    }

    private void refuse(String path, String option, String reason) {
        reports.refuse(path, new InvalidOptionException(option, reason));
    }
}
