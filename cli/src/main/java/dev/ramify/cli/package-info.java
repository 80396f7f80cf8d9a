/** The command line: what people type, and what they are shown. */
@NullMarked
package dev.ramify.cli;

import org.jspecify.annotations.NullMarked;
