package dev.lanewise.examples.cli;

/** Ends a command with exit code 1; the message is the one line that the user sees. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
