/**
 * Binds YAML to records: {@link dev.ramify.api.option.Option} describes each component, and the
 * annotations here say how one of several records is chosen.
 */
@NullMarked
package dev.ramify.core.pipeline.binding;

import org.jspecify.annotations.NullMarked;
