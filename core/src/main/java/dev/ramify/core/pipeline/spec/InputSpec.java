package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.Option;

/** What is done to images before the network sees them. */
public record InputSpec(
        @Option(
                        value =
                                "shift and scale each channel to mean 0 and deviation 1 over the training images",
                        defaultValue = "true")
                boolean standardize,
        @Option(
                        value =
                                "zeros around each training image, in pixels, from which a random part of the old size is cut",
                        defaultValue = "0",
                        min = 0,
                        max = 64)
                int crop,
        @Option(
                        value = "mirror each training image with probability one half",
                        defaultValue = "false")
                boolean flip) {}
