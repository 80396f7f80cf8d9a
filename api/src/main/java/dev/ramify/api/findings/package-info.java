/** What a study found, as visualizers see it. */
@NullMarked
package dev.ramify.api.findings;

import org.jspecify.annotations.NullMarked;
