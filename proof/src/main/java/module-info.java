import org.jspecify.annotations.NullMarked;

/** The reference that compiled models are tested against. */
@NullMarked
module dev.lanewise.proof {
    requires static org.jspecify;
    requires transitive dev.lanewise.models;
    requires transitive org.junit.jupiter.api;

    exports dev.lanewise.proof.reference;
}
