package dev.lanewise.peers.tables;

import java.nio.file.Path;
import java.util.List;

/**
 * What a table is asked to measure.
 *
 * @param jvm how libraries are started
 * @param data the folder of Fashion-MNIST
 * @param quick whether short measurements do
 * @param libraries the keys of the libraries to measure beside Lanewise; all if empty
 * @param tests the names of the tests to run; all if empty
 * @param threads the numbers of threads
 */
record Plan(Jvm jvm, Path data, boolean quick, List<String> libraries, List<String> tests, List<Integer> threads) {

    /** Lanewise, which comes first in every round, and the chosen others. */
    List<Library> chosen(List<Library> all) {
        return all.stream()
                .filter(library ->
                        library == all.getFirst() || libraries.isEmpty() || libraries.contains(library.key()))
                .toList();
    }

    /** Whether a test is to be run. */
    boolean includes(String test) {
        return tests.isEmpty() || tests.contains(test);
    }
}
