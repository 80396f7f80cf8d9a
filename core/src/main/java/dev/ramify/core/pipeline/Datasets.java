package dev.ramify.core.pipeline;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.VariantSpec;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the dataset of every variant, and opens each once to learn its shape and size. */
final class Datasets {

    private final Binder binder;
    private final YamlNode root;
    private final Binding<PipelineSpec> binding;
    private final DatasetContext context;
    private final FitReports reports;
    private final Map<DatasetSpec, Optional<DatasetFacts>> known = new LinkedHashMap<>();
    private final List<DataException.Problem> dataProblems = new ArrayList<>();

    Datasets(
            Binder binder,
            YamlNode root,
            Binding<PipelineSpec> binding,
            Path cache,
            FitReports reports) {
        this.binder = binder;
        this.root = root;
        this.binding = binding;
        this.context = new DatasetContext(cache, ResolvedPipeline.DATA_SEED);
        this.reports = reports;
    }

    List<DataException.Problem> dataProblems() {
        return dataProblems;
    }

    /** Return a variant's dataset: that of the study, with the options that it changes. */
    Optional<DatasetSpec> of(String path, VariantSpec variant) {
        YamlMap changes = variant.dataset();
        Optional<DatasetSpec> common = binding.part("dataset", DatasetSpec.class);
        Optional<YamlMap> written = written();
        if (changes == null || common.isEmpty() || written.isEmpty()) {
            return common;
        }
        YamlMap merged = written.get();
        for (YamlMap.Entry change : changes.entries()) {
            if (change.name().equals("type") && !isSame(change.value(), common.get())) {
                reports.report(
                        new Problem(
                                ProblemCode.INVALID_VALUE,
                                change.key().where(),
                                "a variant may change options of the dataset, not its type",
                                "remove `type`"));
                return Optional.empty();
            }
            merged = merged.with(change);
        }
        Binding<DatasetSpec> own =
                binder.bind(merged, DatasetSpec.class, Paths.key(path, "dataset"));
        own.problems().forEach(reports::report);
        return own.value();
    }

    private static boolean isSame(YamlNode type, DatasetSpec common) {
        return type instanceof YamlScalar name && name.text().equals(common.provider().id());
    }

    private Optional<YamlMap> written() {
        if (!(root instanceof YamlMap map)) {
            return Optional.empty();
        }
        YamlNode node = map.entry("dataset").map(YamlMap.Entry::value).orElse(map);
        if (node instanceof YamlScalar name) {
            YamlScalar key = new YamlScalar("type", true, name.where());
            return Optional.of(new YamlMap(List.of(new YamlMap.Entry(key, name)), name.where()));
        }
        return node instanceof YamlMap dataset ? Optional.of(dataset) : Optional.empty();
    }

    /**
     * Learn what there is to know of a dataset; empty if it cannot be opened.
     *
     * @param path path of the variant that changes the dataset; empty if it is that of the study
     */
    Optional<DatasetFacts> facts(DatasetSpec spec, String path) {
        Optional<DatasetFacts> facts = known.get(spec);
        if (facts == null) {
            facts = open(spec, path);
            known.put(spec, facts);
        }
        return facts;
    }

    private Optional<DatasetFacts> open(DatasetSpec spec, String path) {
        try (Dataset dataset = spec.open(context)) {
            return Optional.of(DatasetFacts.of(dataset));
        } catch (DataException e) {
            dataProblems.addAll(e.problems());
        } catch (InvalidOptionException e) {
            reports.refuse(Paths.key(path, "dataset"), e);
        } catch (RuntimeException | LinkageError e) {
            reports.blame(
                    Paths.key(path, "dataset"),
                    "the dataset `%s`".formatted(spec.provider().id()),
                    e);
        }
        return Optional.empty();
    }
}
