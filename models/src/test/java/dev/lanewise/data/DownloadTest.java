package dev.lanewise.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadTest {

    private static final byte[] LARGE = new byte[300_000];
    private static final byte[] SMALL = "small".getBytes(StandardCharsets.US_ASCII);

    static {
        new Random(1).nextBytes(LARGE);
    }

    /** What the server answers to a request for a file. */
    private interface Answer {
        void to(HttpExchange exchange, byte[] content) throws IOException;
    }

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch finished = new CountDownLatch(1);
    private HttpServer server;
    private Answer answer = DownloadTest::whole;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/files/", exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                answer.to(exchange, exchange.getRequestURI().getPath().endsWith("large") ? LARGE : SMALL);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        finished.countDown();
        server.stop(0);
    }

    @Test
    void filesAreFetchedOnceAndThenTakenFromTheFolder() throws Exception {
        List<String> arrivals = new ArrayList<>();
        Path cache = folder.resolve("not/yet/there");
        Download download = download(cache, (file, bytes, of) -> arrivals.add(file + " " + bytes + " " + of));
        download.run();
        assertArrayEquals(LARGE, Files.readAllBytes(cache.resolve("large")));
        assertArrayEquals(SMALL, Files.readAllBytes(cache.resolve("small")));
        assertTrue(arrivals.contains("large 300000 300000"));
        assertTrue(arrivals.contains("small 5 5"));
        assertEquals(2, requests.get());
        server.stop(0);
        download.run();
        assertEquals(2, requests.get());
    }

    @Test
    void aDamagedFileIsFetchedAnew() throws Exception {
        download().run();
        byte[] damaged = LARGE.clone();
        damaged[1000]++;
        Files.write(folder.resolve("large"), damaged);
        download().run();
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("large")));
        assertEquals(3, requests.get());
    }

    @Test
    void aMissingFileOnTheServerIsSaidSo() {
        answer = (exchange, content) -> exchange.sendResponseHeaders(404, -1);
        assertRefused("expected status 200, found 404");
    }

    @Test
    void otherBytesAreRefused() {
        answer = (exchange, content) -> {
            byte[] other = content.clone();
            other[0]++;
            whole(exchange, other);
        };
        assertRefused("expected SHA-256 " + item("large", LARGE).sha256() + ", found ");
    }

    @Test
    void fewerBytesAreRefused() {
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length - 1);
            exchange.getResponseBody().write(content, 0, content.length - 1);
        };
        assertRefused("expected 300000 bytes, found 299999");
    }

    @Test
    void moreBytesAreRefusedBeforeTheyFillTheDisk() {
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(content);
            }
        };
        assertRefused("expected 300000 bytes, found more");
    }

    @Test
    void anAnswerThatBreaksOffIsRefused() {
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("broken off");
        };
        assertRefused("IOException: ");
    }

    @Test
    void anAnswerThatStopsIsGivenUp() {
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            finished();
        };
        IOException thrown = assertRefused("then nothing for ", Duration.ofMillis(300));
        assertInstanceOf(HttpTimeoutException.class, thrown.getCause());
    }

    @Test
    void noAnswerIsGivenUp() {
        answer = (exchange, content) -> finished();
        IOException thrown = assertRefused("HttpTimeoutException: request timed out", Duration.ofMillis(300));
        assertInstanceOf(HttpTimeoutException.class, thrown.getCause());
    }

    @Test
    void withoutAServerTheMessageSaysWhereToPutTheFiles() {
        server.stop(0);
        assertRefused("ConnectException");
    }

    @Test
    void aListenerThatThrowsEndsTheDownload() {
        Download download = download(folder, (file, bytes, of) -> {
            throw new IllegalStateException("enough");
        });
        IOException thrown = assertThrows(IOException.class, download::run);
        assertTrue(thrown.getMessage().contains("enough"), thrown::getMessage);
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void interruptionEndsTheDownload() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        answer = (exchange, content) -> {
            asked.countDown();
            finished();
        };
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                download().run();
            } catch (IOException e) {
                thrown.add(e);
            }
        });
        asked.await();
        thread.interrupt();
        thread.join();
        assertInstanceOf(InterruptedIOException.class, thrown.getFirst());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void cacheFoldersAreThoseOfTheSystem() {
        Path home = Path.of("/home/me");
        Map<String, String> empty = Map.of();
        assertEquals(home.resolve(".cache"), UserCache.folder("Linux", home, empty));
        assertEquals(Path.of("/caches"), UserCache.folder("Linux", home, Map.of("XDG_CACHE_HOME", "/caches")));
        assertEquals(home.resolve(".cache"), UserCache.folder("Linux", home, Map.of("XDG_CACHE_HOME", "here")));
        assertEquals(home.resolve("Library/Caches"), UserCache.folder("Mac OS X", home, empty));
        assertEquals(home.resolve("AppData/Local"), UserCache.folder("Windows 11", home, empty));
        assertEquals(Path.of("/local"), UserCache.folder("Windows 11", home, Map.of("LOCALAPPDATA", "/local")));
    }

    private IOException assertRefused(String reason) {
        return assertRefused(reason, Duration.ofSeconds(20));
    }

    /** The download fails for this reason, says what to do, and leaves what was there as it was. */
    private IOException assertRefused(String reason, Duration patience) {
        IOException thrown = assertThrows(
                IOException.class,
                () -> download(folder, patience, DownloadProgress.SILENT).run());
        assertTrue(thrown.getMessage().contains(reason), thrown::getMessage);
        assertTrue(thrown.getMessage().startsWith("could not fetch " + home() + "large ("), thrown::getMessage);
        assertTrue(thrown.getMessage().endsWith("put large, small into " + folder + " by hand"), thrown::getMessage);
        assertFalse(thrown.getMessage().contains("null"), thrown::getMessage);
        assertEquals(0, folder.toFile().list().length);
        return thrown;
    }

    private Download download() {
        return download(folder, DownloadProgress.SILENT);
    }

    private Download download(Path into, DownloadProgress progress) {
        return download(into, Duration.ofSeconds(20), progress);
    }

    private Download download(Path into, Duration patience, DownloadProgress progress) {
        return new Download(home(), into, List.of(item("large", LARGE), item("small", SMALL)), patience, progress);
    }

    private URI home() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://%s:%d/files/".formatted(address.getAddress().getHostAddress(), address.getPort()));
    }

    private static Download.Item item(String name, byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Download.Item(name, content.length, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void whole(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    /** Holds the answer back until the test is over. */
    private void finished() {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
