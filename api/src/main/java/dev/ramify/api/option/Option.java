package dev.ramify.api.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Describes one option: a component of an options record.
 *
 * <p>The framework binds the pipeline file to the record, checks ranges, writes error messages and
 * generates the reference from this. Components may be {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@code String}, an enum, {@code java.nio.file.Path} (relative to the pipeline
 * file), another options record, or a {@code List} or {@code Map<String, ...>} of these. A name in
 * camel case is written in the file in kebab case. A component without default that is
 * {@code @Nullable} may be left out; any other without default is required.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Option {

    /** Say what the option does, in one sentence without a full stop, with its unit. */
    String value();

    /**
     * Give the value, as YAML, that holds when the file has none; the empty string means there is
     * none.
     */
    String defaultValue() default "";

    /** Give the least number allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Give the greatest number allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Give an example value, as YAML, for the reference. */
    String example() default "";
}
