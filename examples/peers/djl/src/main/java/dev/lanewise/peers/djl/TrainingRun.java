package dev.lanewise.peers.djl;

import static dev.lanewise.peers.Example.PIXELS;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import dev.lanewise.peers.Task;

/** Steps of a trainer over all images, in a new order each epoch. Memory of a step is given back at its end. */
final class TrainingRun implements AutoCloseable {

    private final Trainer trainer;
    private final int rows;
    private final int batch;
    private final NDManager manager;
    private final NDArray images;

    TrainingRun(Trainer trainer, Task task) {
        this.trainer = trainer;
        rows = task.rows();
        batch = task.batch();
        manager = trainer.getManager().newSubManager();
        images = manager.create(task.pixels(), new Shape(rows, PIXELS));
    }

    /** Trains on all images once. Answers the mean loss over the images. */
    double epoch() {
        double sum = 0;
        try (NDManager epoch = manager.newSubManager()) {
            NDArray order = epoch.randomPermutation(rows);
            for (int from = 0; from < rows; from += batch) {
                int size = Math.min(batch, rows - from);
                try (NDManager step = epoch.newSubManager()) {
                    NDArray indices = order.get(from + ":" + (from + size));
                    indices.attach(step);
                    sum += size * step(step, indices);
                }
            }
        }
        return sum / rows;
    }

    private double step(NDManager step, NDArray indices) {
        NDArray clean = images.get(indices);
        clean.attach(step);
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList output = trainer.forward(new NDList(clean));
            loss = output.get(0).sub(clean).square().mean();
            if (output.size() > 1) {
                loss = loss.add(output.get(1));
            }
            collector.backward(loss);
        }
        trainer.step();
        return loss.getFloat();
    }

    @Override
    public void close() {
        manager.close();
    }
}
