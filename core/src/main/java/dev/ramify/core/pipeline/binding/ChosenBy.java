package dev.ramify.core.pipeline.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which key of a map chooses one of several alternatives, whose options stand beside it:
 * {@code {type: adam, rate: 0.001}} or, where the defaults will do, {@code adam}.
 *
 * <p>On a sealed interface the alternatives are its permitted records. On a record component of
 * type {@link Chosen} they are the extensions of a kind.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface ChosenBy {

    /** Give the key, in kebab case. */
    String value();
}
