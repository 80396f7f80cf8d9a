/** Writes the reference of pipeline files from the records that files are bound to. */
@NullMarked
package dev.ramify.core.pipeline.reference;

import org.jspecify.annotations.NullMarked;
