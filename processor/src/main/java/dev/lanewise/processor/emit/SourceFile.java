package dev.lanewise.processor.emit;

/**
 * A generated class.
 *
 * @param qualifiedName its name
 * @param text its source
 */
public record SourceFile(String qualifiedName, String text) {}
