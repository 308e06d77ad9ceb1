package dev.lanewise.processor.read;

import dev.lanewise.processor.graph.Position;

/** A place that reports a message by itself. */
interface Printable extends Position {

    /** Reports an error here. */
    void print(String text);
}
