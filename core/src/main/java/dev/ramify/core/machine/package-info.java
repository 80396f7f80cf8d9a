/** What this machine is and how fast it multiplies. */
@NullMarked
package dev.ramify.core.machine;

import org.jspecify.annotations.NullMarked;
