/** Well-formed, escaped XML and HTML. */
@NullMarked
package dev.ramify.core.rendering.markup;

import org.jspecify.annotations.NullMarked;
