package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * What stands under a figure.
 *
 * @param reading how to read it
 * @param misleading how it can mislead
 * @param basis what it rests on: numbers of units, seeds, samples and permutations
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Caption(String reading, String misleading, String basis) {}
