/** How units respond to groups of samples: classes, levels of factors, halves of the data. */
@NullMarked
package dev.ramify.plugins.metrics.samples;

import org.jspecify.annotations.NullMarked;
