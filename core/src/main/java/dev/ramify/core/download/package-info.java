/** Fetches the files of datasets: resumed, checked, and never half-written. */
@NullMarked
package dev.ramify.core.download;

import org.jspecify.annotations.NullMarked;
