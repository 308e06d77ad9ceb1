import org.jspecify.annotations.NullMarked;

/** The annotations that declare an autoencoder, and the runtime that trains and runs the compiled model. */
@NullMarked
module dev.lanewise.models {
    requires static org.jspecify;
    requires transitive dev.lanewise.kernels;
    requires java.net.http;

    exports dev.lanewise;
    exports dev.lanewise.data;
    exports dev.lanewise.file;
    exports dev.lanewise.function;
    exports dev.lanewise.layer;
    exports dev.lanewise.runtime;
    exports dev.lanewise.training;
}
