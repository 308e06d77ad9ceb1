package dev.lanewise.processor.graph;

/** How large models can be. */
public final class Limits {

    /** The most elements of a Java array, on every JVM. */
    public static final int ARRAY = Integer.MAX_VALUE - 8;

    /** The widest value: 256 rows of it, which inference computes at a time, must fit into an array. */
    public static final int WIDTH = ARRAY / 256;

    /** The most layers of a model: the code of its passes must fit into methods of 64 KiB. */
    public static final int LAYERS = 1000;

    private Limits() {}
}
