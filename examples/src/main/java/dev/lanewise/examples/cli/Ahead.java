package dev.lanewise.examples.cli;

import dev.lanewise.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Something that is worked out in the background from the moment it is asked for, beside whatever else there is to do. What goes
 * wrong there is thrown where the result is taken, and nowhere if nobody takes it. Thread-safe.
 */
final class Ahead<T> {
    private final FutureTask<T> task;

    private Ahead(Callable<T> work) {
        task = new FutureTask<>(work);
    }

    /** Begins. */
    static <T> Ahead<T> of(Callable<T> work) {
        Ahead<T> ahead = new Ahead<>(work);
        Thread.ofPlatform().daemon().name("lanewise-ahead").start(ahead.task);
        return ahead;
    }

    /** A file's content, worked out in memory while other files are written. */
    static AtomicFile.Content content(AtomicFile.Content content) {
        Ahead<byte[]> ahead = of(() -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            return bytes.toByteArray();
        });
        return out -> out.write(ahead.get());
    }

    /**
     * Waits for the result.
     *
     * @throws IOException if that is what went wrong; unchecked exceptions and errors are thrown as they are, too
     */
    T get() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
