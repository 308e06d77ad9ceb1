package dev.lanewise.data;

import java.io.IOException;

/** Says that a data file is not what it should be: which file, what was expected there, what was found. */
public final class DataFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The path of the file. */
    private final String file;

    /** What should be there. */
    private final String expected;

    /** What is there. */
    private final String found;

    /**
     * An exception whose message is {@code file: expected …, found …}.
     *
     * @param file which file
     * @param expected what should be there
     * @param found what is there
     */
    public DataFileException(String file, String expected, String found) {
        super(file + ": expected " + expected + ", found " + found);
        this.file = file;
        this.expected = expected;
        this.found = found;
    }

    /**
     * Which file.
     *
     * @return its path
     */
    public String file() {
        return file;
    }

    /**
     * What should be there.
     *
     * @return a phrase without a full stop
     */
    public String expected() {
        return expected;
    }

    /**
     * What is there.
     *
     * @return a phrase without a full stop
     */
    public String found() {
        return found;
    }
}
