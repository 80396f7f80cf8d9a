package dev.ramify.core.pipeline.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names and describes a permitted record of a sealed interface that is chosen from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {

    /** Give the name; empty means the simple name of the record in kebab case. */
    String value() default "";

    /** Say what it is, in one sentence without a full stop. */
    String summary();
}
