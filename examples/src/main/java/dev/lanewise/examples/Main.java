package dev.lanewise.examples;

import dev.lanewise.examples.cli.EncodeCommand;
import dev.lanewise.examples.cli.Errors;
import dev.lanewise.examples.cli.EvaluateCommand;
import dev.lanewise.examples.cli.FiguresCommand;
import dev.lanewise.examples.cli.GenerateCommand;
import dev.lanewise.examples.cli.InterpolateCommand;
import dev.lanewise.examples.cli.OutputFolder;
import dev.lanewise.examples.cli.ReconstructCommand;
import dev.lanewise.examples.cli.TrainCommand;
import dev.lanewise.examples.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line's entry: {@code train} and its like, each a class in {@link dev.lanewise.examples.cli}. */
@Command(
        name = "lanewise",
        description = "Autoencoders for the JVM, trained from the command line.",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            EncodeCommand.class,
            ReconstructCommand.class,
            GenerateCommand.class,
            InterpolateCommand.class,
            FiguresCommand.class,
            VerifyCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Shows where in the code an error arose.")
    private boolean stacktrace;

    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * @param arguments the command, its parameters and options
     */
    public static void main(String[] arguments) {
        // Pictures are drawn in memory; a machine with a display need not be asked for one.
        System.setProperty("java.awt.headless", "true");
        // Text on charts is laid out by way of JNI. The other way generates some three hundred classes before it calls
        // anything.
        System.setProperty("sun.font.layout.ffm", "false");
        OutputFolder.guardWrites();
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command line, ready to execute.
     *
     * @return a new command line
     */
    public static CommandLine commandLine() {
        return Errors.handledIn(new CommandLine(new Main()).setUsageHelpWidth(100));
    }
}
