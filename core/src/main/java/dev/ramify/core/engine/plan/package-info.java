/** Which kernel runs when and where each array lies, settled before the first step. */
@NullMarked
package dev.ramify.core.engine.plan;

import org.jspecify.annotations.NullMarked;
