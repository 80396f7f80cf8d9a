/** CIFAR-10 and CIFAR-100, from their binary batches or the archive that holds them. */
@NullMarked
package dev.ramify.plugins.datasets.cifar;

import org.jspecify.annotations.NullMarked;
