package dev.ramify.api.architecture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Gives the usual value of a component of a node.
 *
 * <p>The canonical form of an architecture leaves out what is as usual. So a component that is
 * added to a node later, with the behaviour from before as its default, changes the form of no
 * older architecture.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Default {

    /** Give the value as JSON. */
    String value();
}
