package dev.ramify.core.pipeline.binding;

import java.util.function.Function;

/**
 * One of several things that a pipeline can choose.
 *
 * @param name the name that chooses it
 * @param summary what it is
 * @param options the record of its options
 * @param wrap makes the bound value from the record
 */
public record Alternative(
        String name,
        String summary,
        Class<? extends Record> options,
        Function<Record, Object> wrap) {}
