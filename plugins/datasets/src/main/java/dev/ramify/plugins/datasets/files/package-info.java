/** Reading files that may be damaged: digests, limits, and the collection of what is wrong. */
@NullMarked
package dev.ramify.plugins.datasets.files;

import org.jspecify.annotations.NullMarked;
