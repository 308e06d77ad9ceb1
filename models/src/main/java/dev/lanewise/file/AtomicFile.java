package dev.lanewise.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file whole or not at all: under a temporary name in the same folder, forced to the disk, then moved into place
 * in one step. Whoever reads the file meanwhile, or after a crash, finds the old content or the new, never a part.
 * Threads and processes may write the same file at once; the last to finish wins.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** What a file is to contain. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param out where to; buffered, and closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, in place of one that may be there.
     *
     * @param file where to; its folder must exist
     * @param content what to write
     * @throws IOException if it cannot be written, for want of space or of a permission: the temporary file is deleted,
     *     and what was there before is untouched
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            // A move would say no more than "Is a directory", or replace an empty one.
            throw new FileAlreadyExistsException(file.toString(), null, "expected a file, found a folder");
        }
        Path temporary = temporaryBeside(target);
        // Not Files.createTempFile: its files are readable by their owner alone, and would stay so.
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try {
            try (channel) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable failure) {
            delete(temporary, failure);
            throw failure;
        }
        forceFolder(target);
    }

    private static Path temporaryBeside(Path target) {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return target.resolveSibling("." + target.getFileName() + "." + random + ".tmp");
    }

    private static void delete(Path temporary, Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Makes the new name survive a power cut, where a folder can be forced; Windows refuses to open one. */
    private static void forceFolder(Path target) {
        try (FileChannel folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // The file is in place and whole; only the moment it becomes durable is the system's.
        }
    }
}
