package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;
import dev.lanewise.kernels.vector.VectorLosses;

/** Whether the kernels run on the JDK's Vector API: for code that has loops of its own in two forms, as they do. Thread-safe. */
public final class Vectors {

    private Vectors() {}

    /** {@return whether vectors are in use, and not plain loops; the same for the whole life of the JVM} */
    public static boolean areInUse() {
        return Provider.VECTOR && VectorLosses.SUPPORTED;
    }

    /**
     * The module of the Vector API, which the module of a class that uses it has to read.
     *
     * @return the module
     * @throws IllegalStateException if it was not resolved: vectors cannot be in use then
     */
    public static Module module() {
        return ModuleLayer.boot()
                .findModule(Provider.MODULE)
                .orElseThrow(() -> new IllegalStateException(Provider.MODULE + " was not resolved: add --add-modules "
                        + Provider.MODULE + " to the java command"));
    }
}
