package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.option.Option;

/**
 * How units are clustered and clusters compared with branches.
 *
 * @param clusters number of clusters, 0 for as many as branches
 * @param index by which their agreement with branches is told
 */
public record ClusterOptions(
        @Option(
                        value = "number of clusters; 0 for as many as there are branches",
                        defaultValue = "0",
                        min = 0,
                        max = 1000)
                int clusters,
        @Option(
                        value =
                                "how agreement is told: ami (adjusted mutual information) or, to compare with other work, ari (adjusted Rand index)",
                        defaultValue = "ami")
                AgreementIndex index) {}
