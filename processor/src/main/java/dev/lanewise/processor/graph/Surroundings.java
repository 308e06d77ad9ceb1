package dev.lanewise.processor.graph;

/**
 * What a generated class must fit into.
 *
 * @param isPublic whether the declared type is, and so the generated one
 * @param seesGenerated whether it may bear {@code javax.annotation.processing.Generated}
 */
public record Surroundings(boolean isPublic, boolean seesGenerated) {}
