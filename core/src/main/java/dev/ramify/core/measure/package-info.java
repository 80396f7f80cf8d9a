/** Measures a recording by chosen metrics, without a study around it. */
@NullMarked
package dev.ramify.core.measure;

import org.jspecify.annotations.NullMarked;
