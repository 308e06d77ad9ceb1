package dev.lanewise.processor.graph;

/**
 * What a generated class must fit into.
 *
 * @param isPublic whether the declared type is, and so the generated one
 * @param seesGenerated whether the user's module can read {@code javax.annotation.processing.Generated}
 */
public record Surroundings(boolean isPublic, boolean seesGenerated) {}
