import org.jspecify.annotations.NullMarked;

/** JUnit tests of a compiled model, by extending one class. */
@NullMarked
module dev.lanewise.proof {
    requires static org.jspecify;
    requires transitive dev.lanewise.models;
    requires transitive org.junit.jupiter.api;

    exports dev.lanewise.proof;
    exports dev.lanewise.proof.reference;
}
