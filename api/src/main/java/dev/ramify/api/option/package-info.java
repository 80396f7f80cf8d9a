/** Options of extensions: records whose annotations drive binding, errors and reference pages. */
@NullMarked
package dev.ramify.api.option;

import org.jspecify.annotations.NullMarked;
