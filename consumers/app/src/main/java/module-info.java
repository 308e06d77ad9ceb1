/** Uses the library's model, and has some of its own. */
module consumer.app {
    requires consumer.library;
    requires dev.lanewise.models;
}
