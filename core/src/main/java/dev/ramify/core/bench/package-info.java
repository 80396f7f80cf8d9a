/** How fast networks train here, beside PyTorch where it is installed. */
@NullMarked
package dev.ramify.core.bench;

import org.jspecify.annotations.NullMarked;
