package dev.lanewise.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenAndReplaced() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, out -> out.write(1));
        AtomicFile.write(file, out -> out.write(2));
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(file));
        assertNothingBeside(file);
    }

    @Test
    void theNewContentIsNotSeenBeforeItIsWhole() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        AtomicFile.write(file, out -> {
            out.write(new byte[1_000_000]);
            assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        });
        assertEquals(1_000_000, Files.size(file));
    }

    @Test
    void aFailureLeavesThePreviousFileAndNothingElse() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        for (Throwable failure :
                new Throwable[] {new IOException("disk full"), new OutOfMemoryError("thrown by a test")}) {
            Throwable thrown = assertThrows(
                    Throwable.class,
                    () -> AtomicFile.write(file, out -> {
                        out.write(new byte[1_000_000]);
                        if (failure instanceof IOException e) {
                            throw e;
                        }
                        throw (Error) failure;
                    }));
            assertSame(failure, thrown);
            assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
            assertNothingBeside(file);
        }
    }

    @Test
    void whereNoFileCanBeNoneIs() throws IOException {
        assertThrows(
                NoSuchFileException.class,
                () -> AtomicFile.write(folder.resolve("nowhere").resolve("file"), out -> out.write(1)));
        Path sub = Files.createDirectory(folder.resolve("sub"));
        assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.write(sub, out -> out.write(1)));
        assertTrue(Files.isDirectory(sub));
        assertNothingBeside(sub);
    }

    @Test
    void theFileIsAsReadableAsAnyOther() throws IOException {
        Path plain = Files.write(folder.resolve("plain"), new byte[] {1});
        Path atomic = folder.resolve("atomic");
        AtomicFile.write(atomic, out -> out.write(1));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(atomic));
        }
    }

    @Test
    void ofSeveralWritersAtOnceOneWinsWhole() throws Exception {
        Path file = folder.resolve("file");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (byte writer = 1; writer <= 4; writer++) {
                byte[] content = new byte[300_000];
                Arrays.fill(content, writer);
                writers.submit(() -> {
                    start.await();
                    AtomicFile.write(file, out -> out.write(content));
                    return file;
                });
            }
            start.countDown();
        }
        byte[] found = Files.readAllBytes(file);
        byte[] whole = new byte[300_000];
        Arrays.fill(whole, found[0]);
        assertArrayEquals(whole, found);
        assertNothingBeside(file);
    }

    private void assertNothingBeside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
