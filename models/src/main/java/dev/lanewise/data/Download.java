package dev.lanewise.data;

import dev.lanewise.digest.Sha256;
import dev.lanewise.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings known files from a web folder into a local one. A file counts as there when its size and SHA-256 are right; any
 * other is fetched whole under a temporary name and moved into place once it is right, so that two processes may do the
 * same at once.
 *
 * @param home the web folder, with a slash at its end
 * @param folder the local folder, which is created
 * @param files what belongs there
 * @param patience how long to wait for a connection, for an answer, and for the next bytes of it
 * @param progress told of every piece that arrives
 */
record Download(URI home, Path folder, List<Item> files, Duration patience, DownloadProgress progress) {

    /**
     * One file.
     *
     * @param name its name here and there
     * @param size its length in bytes
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Item(String name, long size, String sha256) {

        boolean isAt(Path file) throws IOException {
            if (!Files.isRegularFile(file) || Files.size(file) != size) {
                return false;
            }
            MessageDigest digest = Sha256.digest();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Sha256.text(digest).equals(sha256);
        }
    }

    /** Fetches what is not there, or not right; without any request when all is. */
    void run() throws IOException {
        Files.createDirectories(folder);
        HttpClient.Builder settings =
                HttpClient.newBuilder().connectTimeout(patience).followRedirects(HttpClient.Redirect.NORMAL);
        for (Item item : files) {
            Path file = folder.resolve(item.name);
            if (!item.isAt(file)) {
                fetch(settings, item, file);
            }
        }
    }

    private void fetch(HttpClient.Builder settings, Item item, Path file) throws IOException {
        URI address = home.resolve(item.name);
        HttpClient client = settings.build();
        try {
            AtomicFile.write(file, out -> new Transfer(item, out).run(client, address));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    "could not fetch %s (%s); without a network, put %s into %s by hand"
                            .formatted(address, reason(e), names(), folder),
                    e);
        } finally {
            client.shutdownNow();
        }
    }

    /** What went wrong; where the client has no words for it, down to its cause. */
    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        if (e.getMessage() != null) {
            return name + ": " + e.getMessage();
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == e ? name : name + ", from " + root.getClass().getSimpleName();
    }

    private String names() {
        return String.join(", ", files.stream().map(Item::name).toList());
    }

    /** The body of one answer on its way to the disk, weighed and hashed as it passes. */
    private final class Transfer implements HttpResponse.BodySubscriber<Void> {

        private final Item item;
        private final OutputStream out;
        private final MessageDigest digest = Sha256.digest();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private volatile long received;

        Transfer(Item item, OutputStream out) {
            this.item = item;
            this.out = out;
        }

        void run(HttpClient client, URI address) throws IOException {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(patience).build();
            HttpResponse<Void> response = await(client.sendAsync(
                    request, answer -> answer.statusCode() == 200 ? this : HttpResponse.BodySubscribers.discarding()));
            if (response.statusCode() != 200) {
                throw new IOException("expected status 200, found " + response.statusCode());
            }
            if (received != item.size) {
                throw new IOException("expected %d bytes, found %d".formatted(item.size, received));
            }
            String found = Sha256.text(digest);
            if (!found.equals(item.sha256)) {
                throw new IOException("expected SHA-256 %s, found %s".formatted(item.sha256, found));
            }
        }

        /** The client's own timeout ends with the answer's head; this one watches the body too. */
        private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> exchange) throws IOException {
            try {
                while (true) {
                    long before = received;
                    try {
                        // Twice as long, so that the client's own timeouts, which say more, come first.
                        return exchange.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (TimeoutException e) {
                        if (received == before) {
                            throw new HttpTimeoutException("no more than %d of %d bytes, then nothing for %d s"
                                    .formatted(received, item.size, 2 * patience.toSeconds()));
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while fetching " + item.name);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            } finally {
                exchange.cancel(true);
            }
        }

        @Override
        public CompletionStage<Void> getBody() {
            return end;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription.complete(newSubscription);
            newSubscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            try {
                for (ByteBuffer piece : pieces) {
                    take(piece);
                }
            } catch (IOException | RuntimeException e) {
                subscription.join().cancel();
                end.completeExceptionally(e);
            }
        }

        private void take(ByteBuffer piece) throws IOException {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            if (received + bytes.length > item.size) {
                throw new IOException("expected %d bytes, found more".formatted(item.size));
            }
            digest.update(bytes);
            out.write(bytes);
            received += bytes.length;
            progress.arrived(item.name, received, item.size);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
