package dev.ramify.core.pipeline.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that one of a sealed interface's permitted records is chosen by the only key of a map:
 * {@code conv: {filters: 32, kernel: 5}} or, where the defaults will do, {@code relu}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Keyed {}
