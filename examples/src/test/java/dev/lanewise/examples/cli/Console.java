package dev.lanewise.examples.cli;

import dev.lanewise.examples.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a command line answered: its exit code, and the lines on its two streams. */
record Console(int exitCode, List<String> out, List<String> err) {
    static Console run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exitCode = commandLine.execute(arguments);
        return new Console(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }
}
