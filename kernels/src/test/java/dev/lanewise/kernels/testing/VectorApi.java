package dev.lanewise.kernels.testing;

import dev.lanewise.kernels.provider.Provider;

/** Whether tests that hold the two providers against each other can run: they name vector classes in static fields. */
public final class VectorApi {

    private VectorApi() {}

    /** Whether the JVM has resolved the Vector API. */
    public static boolean isThere() {
        return Provider.VECTOR;
    }
}
