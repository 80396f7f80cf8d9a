/** Figures as scenes: panels, marks, captions and data, free of any file format. */
@NullMarked
package dev.ramify.api.figure;

import org.jspecify.annotations.NullMarked;
