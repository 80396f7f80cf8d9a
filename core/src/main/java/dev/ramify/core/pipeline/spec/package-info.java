/** What a pipeline file says, as records: one per map of the file. */
@NullMarked
package dev.ramify.core.pipeline.spec;

import org.jspecify.annotations.NullMarked;
