/**
 * The plugin host: finds plugins on the class path and in folders of jars, and lists what they
 * offer.
 */
@NullMarked
package dev.ramify.core.plugin;

import org.jspecify.annotations.NullMarked;
