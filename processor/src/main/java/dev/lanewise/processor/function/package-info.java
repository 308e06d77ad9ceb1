/**
 * Functions of a user's own, as mathematics: an expression, its derivative, and the order in which strips of values go through both.
 * Knows neither javac nor JavaPoet.
 */
@NullMarked
package dev.lanewise.processor.function;

import org.jspecify.annotations.NullMarked;
