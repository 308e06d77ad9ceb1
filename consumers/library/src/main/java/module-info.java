/** A model, and layers for others. */
module consumer.library {
    requires transitive dev.lanewise.models;

    exports consumer.library;
}
