/** Arrays in files: the formats of NumPy, strictly read. */
@NullMarked
package dev.ramify.core.array;

import org.jspecify.annotations.NullMarked;
