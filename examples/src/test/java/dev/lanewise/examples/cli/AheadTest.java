package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AheadTest {
    @Test
    void workBeginsBeforeItsResultIsTaken() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Ahead<Thread> worker = Ahead.of(() -> {
            begun.countDown();
            return Thread.currentThread();
        });
        begun.await();
        assertTrue(worker.get().isDaemon(), "nobody waits for it at the end of the program");
    }

    @Test
    void aContentIsTheBytesThatItWrites() throws Exception {
        AtomicFile.Content content = Ahead.content(out -> out.write(new byte[] {1, 2, 3}));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        content.writeTo(file);
        assertArrayEquals(new byte[] {1, 2, 3}, file.toByteArray());
    }

    static Throwable[] failures() {
        return new Throwable[] {
            new IOException("full"), new IllegalArgumentException("wrong"), new OutOfMemoryError("much")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatGoesWrongIsThrownWhereTheResultIsTaken(Throwable failure) {
        Ahead<String> ahead = Ahead.of(() -> {
            switch (failure) {
                case Exception e -> throw e;
                default -> throw (Error) failure;
            }
        });
        assertSame(failure, assertThrows(failure.getClass(), ahead::get));
        assertSame(failure, assertThrows(failure.getClass(), ahead::get), "each time");
    }

    @Test
    void whoIsInterruptedDoesNotGoOnWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        Ahead<String> ahead = Ahead.of(() -> {
            never.await();
            return "";
        });
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, ahead::get);
        assertEquals(true, Thread.interrupted(), "the interrupt is passed on");
        never.countDown();
    }
}
