/** Recordings from arrays and tables that people bring: checked as a whole before they are read. */
@NullMarked
package dev.ramify.core.recording;

import org.jspecify.annotations.NullMarked;
