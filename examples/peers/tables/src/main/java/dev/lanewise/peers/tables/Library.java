package dev.lanewise.peers.tables;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A library to measure, in a setting of its own.
 *
 * @param name what it is called in tables
 * @param module the folder whose class path has it
 * @param environment what its process finds in its environment beside what ours has
 * @param arguments the first arguments of its process
 */
record Library(String name, String module, Map<String, String> environment, List<String> arguments) {

    Library(String name, String module) {
        this(name, module, Map.of(), List.of());
    }

    /** What it is called on the command line and in names of files. */
    String key() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
