package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.DataException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;
import dev.ramify.core.pipeline.spec.TrunkSpec;
import dev.ramify.core.pipeline.spec.VariantSpec;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what follows from a file: data, networks and layers of every variant. */
final class Planner {

    /** Any shape in which all presets have room. */
    private static final Shape ASSUMED = new Shape(3, 256, 256);

    private final Binding<PipelineSpec> binding;
    private final Datasets datasets;
    private final FitReports reports;

    Planner(Binder binder, YamlNode root, Binding<PipelineSpec> binding, Path cache) {
        this.binding = binding;
        this.reports = new FitReports(binding);
        this.datasets = new Datasets(binder, root, binding, cache, reports);
    }

    List<Problem> problems() {
        return reports.problems();
    }

    List<Problem> notes() {
        return reports.notes();
    }

    /** Return what is wrong with the data as mistakes of the file, for where there are others. */
    List<Problem> dataProblems() {
        return datasets.dataProblems().stream()
                .map(
                        problem ->
                                new Problem(
                                        ProblemCode.NO_DATA,
                                        binding.place("dataset"),
                                        problem.where() + ": " + problem.reason(),
                                        "",
                                        List.of(problem.remedy())))
                .toList();
    }

    /** Throw what is wrong with the data, if anything is. */
    void rethrowDataProblems() {
        List<DataException.Problem> problems = datasets.dataProblems();
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
    }

    /** Plan the variants; those that cannot be planned are left out and reported. */
    List<PlannedVariant> plan() {
        Map<String, VariantSpec> variants = Parts.of(binding, "variants", VariantSpec.class);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        variants.forEach((path, spec) -> draft(path, spec).ifPresent(d -> drafts.put(path, d)));
        List<PlannedVariant> planned =
                new LayerChecks(binding, reports).resolve(drafts, drafts.size() == variants.size());
        new DataChecks(binding, reports).check(planned);
        new MetricChecks(binding, reports).check(planned);
        new FigureChecks(binding, reports).check(planned);
        return planned;
    }

    /**
     * A variant whose layers are not chosen yet.
     *
     * @param spec what the file says
     * @param dataset where its images come from
     * @param data what is known of them
     * @param architecture its network
     */
    record Draft(
            VariantSpec spec, DatasetSpec dataset, DatasetFacts data, Architecture architecture) {}

    private Optional<Draft> draft(String path, VariantSpec spec) {
        Optional<DatasetSpec> dataset = datasets.of(path, spec);
        Optional<DatasetFacts> data =
                dataset.flatMap(found -> datasets.facts(found, spec.dataset() == null ? "" : path));
        if (data.isEmpty()) {
            checkStrategy(path, spec);
        }
        Optional<Architecture> trunk = data.flatMap(this::trunk);
        Optional<Architecture> branched =
                trunk.flatMap(
                        whole ->
                                reports.attempt(
                                        path,
                                        Paths.key(path, "strategy"),
                                        "the strategy `%s`".formatted(spec.strategy().id()),
                                        () -> spec.branch(whole)));
        if (dataset.isEmpty() || data.isEmpty() || branched.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Draft(spec, dataset.get(), data.get(), branched.get()));
    }

    /**
     * What a strategy refuses of its options does not depend on the images, which are not there.
     */
    private void checkStrategy(String path, VariantSpec spec) {
        FitReports trunkReports = new FitReports(binding);
        FitReports own = new FitReports(binding);
        binding.part("trunk", TrunkSpec.class)
                .flatMap(
                        trunk ->
                                trunkReports.attempt(
                                        "trunk", "trunk", "", () -> trunk.build(ASSUMED, 2)))
                .ifPresent(whole -> own.attempt(path, path, "", () -> spec.branch(whole)));
        own.problems().stream()
                .filter(problem -> problem.code() == ProblemCode.INVALID_VALUE)
                .forEach(reports::report);
    }

    private final Map<DatasetFacts, Optional<Architecture>> trunks = new LinkedHashMap<>();

    private Optional<Architecture> trunk(DatasetFacts data) {
        return trunks.computeIfAbsent(data, this::buildTrunk);
    }

    private Optional<Architecture> buildTrunk(DatasetFacts data) {
        Optional<TrunkSpec> spec = binding.part("trunk", TrunkSpec.class);
        Optional<TrainingSpec> training = binding.part("training", TrainingSpec.class);
        if (spec.isEmpty() || training.isEmpty()) {
            return Optional.empty();
        }
        int outputs = training.get().objective().outputs(data.classes(), data.factors());
        if (outputs == 0) {
            reports.refuse(
                    "training",
                    new InvalidOptionException(
                            "objective",
                            "the dataset has no factors to learn; learn the `classes`"));
            return Optional.empty();
        }
        return reports.attempt(
                "trunk", "trunk", "the trunk", () -> spec.get().build(data.shape(), outputs));
    }
}
