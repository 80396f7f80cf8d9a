/** The report: one HTML file that needs nothing else. */
@NullMarked
package dev.ramify.core.rendering.report;

import org.jspecify.annotations.NullMarked;
