package dev.lanewise.peers.deeplearning4j;

import static dev.lanewise.peers.Example.PIXELS;

import dev.lanewise.peers.Epoch;
import dev.lanewise.peers.Example;
import dev.lanewise.peers.Example.Codings;
import dev.lanewise.peers.Example.Corruption;
import dev.lanewise.peers.Example.Dense;
import dev.lanewise.peers.Peer;
import dev.lanewise.peers.Reconstructor;
import dev.lanewise.peers.Task;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Deeplearning4j's layers, with the natives that are built for AVX-512. It has no penalty on activations, and the layer for variational
 * autoencoders has another loss, so that it has the denoisers only.
 */
public final class Deeplearning4jPeer implements Peer {

    /** Deeplearning4j with the natives on the class path. */
    public Deeplearning4jPeer() {
        System.setProperty("org.bytedeco.javacpp.platform.extension", "-avx512");
    }

    @Override
    public String version() {
        return "Deeplearning4j 1.0.0-M2.1";
    }

    @Override
    public boolean has(Example example) {
        return example.codings() == Codings.PLAIN;
    }

    @Override
    public List<Epoch> train(Task task) {
        MultiLayerNetwork network = network(task.example());
        INDArray images = Nd4j.create(task.pixels(), new long[] {task.rows(), PIXELS});
        return Epoch.time(task.epochs(), () -> epoch(network, images, task));
    }

    private static double epoch(MultiLayerNetwork network, INDArray images, Task task) {
        int[] order = task.shuffled();
        double sum = 0;
        for (int from = 0; from < order.length; from += task.batch()) {
            int size = Math.min(task.batch(), order.length - from);
            int[] rows = new int[size];
            System.arraycopy(order, from, rows, 0, size);
            try (INDArray clean = Nd4j.pullRows(images, 1, rows)) {
                network.fit(clean, clean);
                sum += size * network.score();
            }
        }
        return sum / order.length;
    }

    @Override
    public Reconstructor reconstructor(int batch, int threads) {
        MultiLayerNetwork network = network(Example.DROPOUT_DENOISER);
        long[] shape = {batch, PIXELS};
        return (images, reconstructions) -> {
            try (INDArray input = Nd4j.create(images, shape);
                    INDArray output = network.output(input)) {
                float[] values = output.data().asFloat();
                System.arraycopy(values, 0, reconstructions, 0, values.length);
            }
        };
    }

    private static MultiLayerNetwork network(Example example) {
        List<Dense> layers = new ArrayList<>(example.encoder());
        layers.addAll(example.decoder());
        var builder = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .updater(new Adam(Example.LEARNING_RATE, 0.9, 0.999, 1e-7))
                .list();
        int width = PIXELS;
        for (Dense layer : layers.subList(0, layers.size() - 1)) {
            DenseLayer.Builder dense =
                    new DenseLayer.Builder().nIn(width).nOut(layer.units()).activation(activation(layer));
            if (width == PIXELS) {
                corrupt(dense, example.corruption());
            }
            builder.layer(dense.build());
            width = layer.units();
        }
        builder.layer(new OutputLayer.Builder(LossFunction.MSE)
                .nIn(width)
                .nOut(PIXELS)
                .activation(Activation.IDENTITY)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(builder.build());
        network.init();
        return network;
    }

    /** What Deeplearning4j calls a layer's dropout is done to its input, and its number is the part that stays. */
    private static void corrupt(DenseLayer.Builder first, Corruption corruption) {
        switch (corruption) {
            case NONE -> {}
            case DROPOUT -> first.dropOut(1 - Example.DROPOUT_RATE);
            case GAUSSIAN -> first.dropOut(new GaussianNoise(Example.GAUSSIAN_DEVIATION));
        }
    }

    private static Activation activation(Dense layer) {
        return switch (layer.activation()) {
            case LINEAR -> Activation.IDENTITY;
            case RELU -> Activation.RELU;
            case SIGMOID -> Activation.SIGMOID;
        };
    }
}
