/** From a pipeline file to a plan: what will be trained, measured and drawn, and what it costs. */
@NullMarked
package dev.ramify.core.pipeline;

import org.jspecify.annotations.NullMarked;
