/** How fast networks train here, beside PyTorch where it is installed. */
@NullMarked
package dev.ramify.cli.bench;

import org.jspecify.annotations.NullMarked;
