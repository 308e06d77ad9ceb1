package dev.lanewise.peers.djl;

import static dev.lanewise.peers.Example.DROPOUT_RATE;
import static dev.lanewise.peers.Example.GAUSSIAN_DEVIATION;
import static dev.lanewise.peers.Example.KL_TARGET;
import static dev.lanewise.peers.Example.KL_WEIGHT;
import static dev.lanewise.peers.Example.L1;
import static dev.lanewise.peers.Example.PIXELS;
import static dev.lanewise.peers.Example.SAMPLED_CODINGS;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lanewise.peers.Example;
import dev.lanewise.peers.Example.Codings;
import dev.lanewise.peers.Example.Dense;
import java.util.List;

/** An example as a block: images in; their reconstructions out and, in training, the penalty if the example has one. */
final class ExampleBlock extends AbstractBlock {

    private final Example example;
    private final Block encoder;
    private final Block mean = linear(SAMPLED_CODINGS);
    private final Block logVariance = linear(SAMPLED_CODINGS);
    private final Block decoder;

    ExampleBlock(Example example) {
        this.example = example;
        encoder = addChildBlock("encoder", stack(example.encoder()));
        if (sampled()) {
            addChildBlock("mean", mean);
            addChildBlock("logVariance", logVariance);
        }
        decoder = addChildBlock("decoder", stack(example.decoder()));
    }

    private boolean sampled() {
        return example.codings() == Codings.SAMPLED;
    }

    private static Block stack(List<Dense> layers) {
        SequentialBlock block = new SequentialBlock();
        for (Dense layer : layers) {
            block.add(linear(layer.units()));
            switch (layer.activation()) {
                case LINEAR -> {}
                case RELU -> block.add(Activation::relu);
                case SIGMOID -> block.add(Activation::sigmoid);
            }
        }
        return block;
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> more) {
        NDList images = training ? corrupted(inputs) : inputs;
        NDList hidden = encoder.forward(parameters, images, training);
        if (sampled()) {
            return decodeSampled(parameters, hidden, training);
        }
        NDList output = decoder.forward(parameters, hidden, training);
        if (training) {
            NDArray codings = hidden.singletonOrThrow();
            switch (example.codings()) {
                case L1 -> output.add(codings.abs().sum().mul(L1 / rows(inputs)));
                case KL -> output.add(sparsity(codings));
                case PLAIN, SAMPLED -> {}
            }
        }
        return output;
    }

    private NDList corrupted(NDList inputs) {
        NDArray x = inputs.singletonOrThrow();
        return switch (example.corruption()) {
            case NONE -> inputs;
            case DROPOUT -> Dropout.dropout(x, DROPOUT_RATE, true);
            case GAUSSIAN ->
                new NDList(x.add(x.getManager().randomNormal(0, GAUSSIAN_DEVIATION, x.getShape(), DataType.FLOAT32)));
        };
    }

    private static NDArray sparsity(NDArray codings) {
        NDArray means = codings.mean(new int[] {0});
        NDArray active = means.log().mul(-KL_TARGET);
        NDArray silent = means.neg().add(1).log().mul(KL_TARGET - 1);
        double entropy = KL_TARGET * Math.log(KL_TARGET) + (1 - KL_TARGET) * Math.log1p(-KL_TARGET);
        long units = means.getShape().size();
        return active.add(silent).sum().add((float) (entropy * units)).mul(KL_WEIGHT / rows(new NDList(codings)));
    }

    private NDList decodeSampled(ParameterStore parameters, NDList hidden, boolean training) {
        NDArray mu = mean.forward(parameters, hidden, training).singletonOrThrow();
        if (!training) {
            return decoder.forward(parameters, new NDList(mu), false);
        }
        NDArray gamma = logVariance.forward(parameters, hidden, true).singletonOrThrow();
        NDArray noise = mu.getManager().randomNormal(mu.getShape());
        NDArray codings = gamma.mul(0.5f).exp().mul(noise).add(mu);
        NDArray latentLoss =
                gamma.add(1).sub(gamma.exp()).sub(mu.square()).sum().mul(-0.5f / PIXELS / rows(hidden));
        NDList output = decoder.forward(parameters, new NDList(codings), true);
        output.add(latentLoss);
        return output;
    }

    private static long rows(NDList list) {
        return list.get(0).getShape().get(0);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        long batch = inputs[0].get(0);
        encoder.initialize(manager, type, inputs);
        Shape hidden = encoder.getOutputShapes(inputs)[0];
        if (sampled()) {
            mean.initialize(manager, type, hidden);
            logVariance.initialize(manager, type, hidden);
            hidden = new Shape(batch, SAMPLED_CODINGS);
        }
        decoder.initialize(manager, type, hidden);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }
}
