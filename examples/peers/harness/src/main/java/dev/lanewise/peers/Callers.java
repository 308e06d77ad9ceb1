package dev.lanewise.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Splits the images of a call evenly over several callers of one thread-safe model. */
final class Callers implements Reconstructor {

    private final Reconstructor model;
    private final ExecutorService others;
    private final List<Part> parts = new ArrayList<>();

    Callers(int batch, int callers, Reconstructor model) {
        this.model = model;
        this.others = Executors.newFixedThreadPool(callers - 1);
        for (int i = 0; i < callers; i++) {
            int from = batch * i / callers;
            parts.add(new Part(from * Example.PIXELS, (batch * (i + 1) / callers - from) * Example.PIXELS));
        }
    }

    @Override
    public void reconstruct(float[] images, float[] reconstructions) {
        List<Future<?>> calls = new ArrayList<>();
        for (Part part : parts.subList(1, parts.size())) {
            calls.add(others.submit(() -> reconstruct(part, images, reconstructions)));
        }
        reconstruct(parts.getFirst(), images, reconstructions);
        try {
            for (Future<?> call : calls) {
                call.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void reconstruct(Part part, float[] images, float[] reconstructions) {
        float[] input = Arrays.copyOfRange(images, part.offset, part.offset + part.length);
        float[] output = new float[part.length];
        model.reconstruct(input, output);
        System.arraycopy(output, 0, reconstructions, part.offset, part.length);
    }

    @Override
    public void close() {
        others.shutdown();
    }

    private record Part(int offset, int length) {}
}
