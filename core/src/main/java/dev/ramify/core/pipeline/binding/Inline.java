package dev.ramify.core.pipeline.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the keys of a component stand among the keys of the record that it is a component of.
 * The component's type is chosen by a key; see {@link ChosenBy}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
