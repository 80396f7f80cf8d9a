package dev.ramify.core.pipeline;

import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.yaml.Settings;
import dev.ramify.core.pipeline.yaml.SourceReader;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlReader;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.Source;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads pipeline files. Thread-safe. */
public final class PipelineLoader {

    private final Binder binder;
    private final Schemas schemas;

    /**
     * @param binder binds files to records
     * @param schemas how records are written
     */
    @Inject
    public PipelineLoader(Binder binder, Schemas schemas) {
        this.binder = binder;
        this.schemas = schemas;
    }

    /**
     * Read, bind, check and plan a pipeline.
     *
     * @param file the pipeline file
     * @param settings values that replace those of the file, each {@code path=value}; relative
     *     paths in them start from the working directory
     * @param cache the folder of downloads
     * @throws InvalidPipelineException naming every mistake in its place
     * @throws dev.ramify.api.data.DataException if the pipeline is sound but its data are not there
     */
    public ResolvedPipeline load(Path file, List<String> settings, Path cache)
            throws InvalidPipelineException {
        List<Problem> problems = new ArrayList<>();
        YamlNode tree = read(file, settings, problems);
        Binding<PipelineSpec> binding = binder.bind(tree, PipelineSpec.class);
        problems.addAll(binding.problems());
        problems.addAll(new ReferenceChecks(binding).problems());
        Planner planner = new Planner(binder, tree, binding, cache);
        List<PlannedVariant> variants = planner.plan();
        problems.addAll(planner.problems());
        if (!problems.isEmpty() || binding.value().isEmpty()) {
            problems.addAll(planner.dataProblems());
            throw new InvalidPipelineException(problems.stream().distinct().toList());
        }
        planner.rethrowDataProblems();
        PipelineSpec spec = binding.value().get();
        return new ResolvedPipeline(
                file,
                spec,
                Plan.of(variants, spec.seeds()),
                canonical(file, spec, variants),
                planner.notes());
    }

    private static YamlNode read(Path file, List<String> settings, List<Problem> problems)
            throws InvalidPipelineException {
        Optional<Source> source = new SourceReader().read(file, problems);
        Optional<YamlNode> tree = source.flatMap(text -> new YamlReader().read(text, problems));
        if (tree.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
        return new Settings(problems).apply(tree.get(), settings, Path.of("").toAbsolutePath());
    }

    private CanonicalPipeline canonical(
            Path file, PipelineSpec spec, List<PlannedVariant> variants) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        CanonicalForm form = new CanonicalForm(schemas, folder);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(form.of(spec));
        List<Object> written = new ArrayList<>();
        for (PlannedVariant variant : variants) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(form.of(variant.spec()));
            if (variant.spec().dataset() != null) {
                map.put("dataset", form.of(variant.dataset()));
            }
            written.add(map);
        }
        tree.put("variants", written);
        return new CanonicalPipeline(tree);
    }
}
