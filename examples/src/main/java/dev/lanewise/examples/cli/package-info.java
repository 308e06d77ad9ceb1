/**
 * The command line: one class per command, and what commands share. {@link dev.lanewise.examples.cli.Models} is the list
 * of models it knows.
 *
 * <p>Exit codes: 0, done; 1, it could not be done (data, disk, diverged training); 2, the command line is wrong. Errors
 * are one line on standard error. The last line on standard output is one line of {@code key=value} pairs.
 */
@NullMarked
package dev.lanewise.examples.cli;

import org.jspecify.annotations.NullMarked;
