package dev.lanewise.processor.graph;

/** Where something is written. Only {@code read}, which makes them, knows what is inside. */
public interface Position {}
