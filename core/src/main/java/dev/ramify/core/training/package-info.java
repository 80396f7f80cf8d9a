/** Training, evaluation and recording of one network. */
@NullMarked
package dev.ramify.core.training;

import org.jspecify.annotations.NullMarked;
