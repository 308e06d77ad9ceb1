package dev.lanewise.peers.djl;

import static dev.lanewise.peers.Example.PIXELS;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.lanewise.peers.Reconstructor;

/** The dropout denoiser's block, called without the machinery of a predictor. */
final class InferenceRun implements Reconstructor {

    private final Model model;
    private final Shape shape;
    private final ParameterStore parameters;

    InferenceRun(Model model, int batch) {
        this.model = model;
        shape = new Shape(batch, PIXELS);
        parameters = new ParameterStore(model.getNDManager(), true);
    }

    @Override
    public void reconstruct(float[] images, float[] reconstructions) {
        try (NDManager call = model.getNDManager().newSubManager()) {
            NDArray input = call.create(images, shape);
            NDArray output = model.getBlock()
                    .forward(parameters, new NDList(input), false)
                    .singletonOrThrow();
            output.toByteBuffer().asFloatBuffer().get(reconstructions);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
