package dev.lanewise.examples.cli;

import dev.lanewise.training.TrainingDivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one line on standard error and an exit code. */
public final class Errors {
    private static final String STACKTRACE = "--stacktrace";

    private Errors() {}

    /**
     * Lets a command line report errors this way.
     *
     * @param commandLine the command line
     * @return the same command line
     */
    public static CommandLine handledIn(CommandLine commandLine) {
        return commandLine
                .setParameterExceptionHandler(Errors::wrongUsage)
                .setExecutionExceptionHandler(Errors::failed);
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + oneLine(e.getMessage()) + suggestion(e) + " (see " + name + " --help)");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return ", did you mean \"" + unmatched.getSuggestions().getFirst() + "\"?";
        }
        return "";
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message(e));
        if (parsed.originalArgs().contains(STACKTRACE)) {
            e.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    /** What went wrong, in one line. */
    static String message(Throwable e) {
        return switch (e) {
            case UncheckedIOException wrapped -> message(wrapped.getCause());
            case FileSystemException file ->
                file.getReason() == null ? file.getFile() + ": " + reason(file) : text(file);
            case IOException io -> text(io);
            case CommandException expected -> text(expected);
            case IllegalArgumentException refused -> text(refused);
            case IllegalStateException refused -> text(refused);
            case TrainingDivergedException diverged -> text(diverged);
            default -> "internal error, " + oneLine(e.toString()) + " (" + STACKTRACE + " shows where)";
        };
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException file -> "not a folder";
            case FileAlreadyExistsException file -> "is there already, and not a folder";
            default -> e.getClass().getSimpleName();
        };
    }

    private static String text(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : oneLine(message);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
