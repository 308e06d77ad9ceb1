package dev.lanewise.examples.cli;

import dev.lanewise.examples.findings.Findings;
import dev.lanewise.examples.pictures.Lettering;
import dev.lanewise.file.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder that receives a command's files. What can be known to go wrong is found out when it is opened, before hours
 * of training; each file is then written whole or not at all.
 */
public final class OutputFolder {
    private static final long ROOM = 16 << 20;
    private static final ReentrantLock WRITING = new ReentrantLock();

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lets a file that is being written when the program is interrupted be finished, and none be started after that.
     * The wait is short: files are small, and what goes into one takes no longer than a second to work out.
     */
    public static void guardWrites() {
        Runtime.getRuntime().addShutdownHook(new Thread(OutputFolder::waitForWrite, "finish-writing"));
    }

    private static void waitForWrite() {
        try {
            // Never unlocked: the program ends.
            boolean idle = WRITING.tryLock(10, TimeUnit.SECONDS);
            assert idle : "a file took too long";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Creates the folder if need be, and checks that these files can be written there.
     *
     * @throws CommandException if they cannot
     */
    static OutputFolder open(Path folder, String... files) throws CommandException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".probe", ".tmp"));
            if (Files.getFileStore(folder).getUsableSpace() < ROOM) {
                throw new CommandException("--out: expected 16 MB of free space for " + folder + ", found less");
            }
        } catch (IOException e) {
            throw new CommandException("--out: cannot write to " + folder + " (" + Errors.message(e) + ")", e);
        }
        for (String file : files) {
            if (Files.isDirectory(folder.resolve(file))) {
                throw new CommandException("--out: expected a file, found a folder: " + folder.resolve(file));
            }
        }
        return new OutputFolder(folder);
    }

    /** Something that writes a file whole or not at all. */
    @FunctionalInterface
    interface Save {
        void to(Path file) throws IOException;
    }

    void write(String name, AtomicFile.Content content) throws CommandException {
        save(name, file -> AtomicFile.write(file, content));
    }

    /** Writes a file that goes with findings; says so where it is a chart and Java finds no font. */
    void attach(PrintWriter console, Findings.Attachment file) throws CommandException {
        if (file.needsFont() && !Lettering.hasFonts()) {
            console.println(
                    "no " + file.name() + ": Java finds no font on this machine (install fontconfig and a font)");
        } else {
            write(file.name(), file.content());
        }
    }

    void save(String name, Save save) throws CommandException {
        Path file = folder.resolve(name);
        WRITING.lock();
        try {
            save.to(file);
            written.add(file);
        } catch (IOException e) {
            throw new CommandException("cannot write " + file + " (" + Errors.message(e) + ")", e);
        } finally {
            WRITING.unlock();
        }
    }

    /** The files written so far. */
    List<Path> written() {
        return List.copyOf(written);
    }
}
