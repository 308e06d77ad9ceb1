package dev.lanewise.peers.tables;

/** Something to measure in rounds, and how to show it. */
interface Table {

    /** Gives every library its turn once. */
    void measure(Plan plan, int round, Results results);

    /** Writes medians and ratios of all rounds. */
    void write(Results results, Markdown page);
}
