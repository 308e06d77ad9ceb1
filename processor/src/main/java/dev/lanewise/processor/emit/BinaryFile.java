package dev.lanewise.processor.emit;

/**
 * A generated class that has no source.
 *
 * @param qualifiedName its name
 * @param bytes what a class loader takes
 */
public record BinaryFile(String qualifiedName, byte[] bytes) {}
