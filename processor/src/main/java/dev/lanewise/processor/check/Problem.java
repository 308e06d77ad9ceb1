package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Position;

/**
 * A mistake that was made.
 *
 * @param mistake which
 * @param at where
 * @param text what is said about it, key and way out included
 */
public record Problem(Mistake mistake, Position at, String text) {}
