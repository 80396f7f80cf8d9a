/** How numbers and things are written for people, the same wherever Ramify writes them. */
@NullMarked
package dev.ramify.api.text;

import org.jspecify.annotations.NullMarked;
