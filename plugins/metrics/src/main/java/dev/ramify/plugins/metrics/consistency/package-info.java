/** Whether networks divide the same work alike. */
@NullMarked
package dev.ramify.plugins.metrics.consistency;

import org.jspecify.annotations.NullMarked;
