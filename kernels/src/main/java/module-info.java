import org.jspecify.annotations.NullMarked;

/** Matrix products, activations, losses, noise and optimizers on plain float arrays, on the JDK's Vector API. */
@NullMarked
module dev.lanewise.kernels {
    requires static org.jspecify;
    requires jdk.incubator.vector;

    exports dev.lanewise.kernels;
}
