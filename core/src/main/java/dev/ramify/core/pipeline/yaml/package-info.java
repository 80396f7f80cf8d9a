/** YAML as an immutable tree in which every key and value knows its place in the file. */
@NullMarked
package dev.ramify.core.pipeline.yaml;

import org.jspecify.annotations.NullMarked;
