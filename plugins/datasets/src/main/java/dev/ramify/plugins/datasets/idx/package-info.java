/** Images and labels in IDX files, the format of MNIST. */
@NullMarked
package dev.ramify.plugins.datasets.idx;

import org.jspecify.annotations.NullMarked;
