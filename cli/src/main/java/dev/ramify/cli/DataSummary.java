package dev.ramify.cli;

import dev.ramify.core.pipeline.DatasetFacts;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says how many classes and images a study has, and what lies beside them and is not read. */
final class DataSummary {

    private DataSummary() {}

    /** Write a line for each dataset, and one for each thing to know of it. */
    static List<String> lines(ResolvedPipeline pipeline) {
        Map<DatasetFacts, String> datasets = new LinkedHashMap<>();
        for (PlannedVariant variant : pipeline.plan().variants()) {
            datasets.putIfAbsent(variant.data(), variant.dataset().provider().id());
        }
        return datasets.entrySet().stream()
                .flatMap(
                        each ->
                                Stream.concat(
                                        Stream.of(
                                                "data `%s`: %s"
                                                        .formatted(
                                                                each.getValue(),
                                                                each.getKey().summary())),
                                        each.getKey().notes().stream().map("  note: "::concat)))
                .toList();
    }
}
