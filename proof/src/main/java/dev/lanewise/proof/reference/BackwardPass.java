package dev.lanewise.proof.reference;

import static dev.lanewise.proof.reference.Matrices.columnSums;
import static dev.lanewise.proof.reference.Matrices.each;
import static dev.lanewise.proof.reference.Matrices.multiply;
import static dev.lanewise.proof.reference.Matrices.transposed;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The gradients of a batch's cost, from the output back to the input. */
final class BackwardPass {

    final Map<String, double[][]> parameterGradients = new TreeMap<>();

    private final ForwardPass forward;
    private final Structure structure;
    /** By every value; complete once the last of its uses was met. */
    private final Map<String, double[][]> gradients = new HashMap<>();

    BackwardPass(ForwardPass forward) {
        this.forward = forward;
        this.structure = forward.structure;
        differentiateLoss();
        structure.layers().reversed().forEach(this::differentiate);
    }

    private void differentiateLoss() {
        double[][] output = forward.values.get(structure.output());
        if (structure.lossBy().isPresent()) {
            OwnFunction loss = structure.function(structure.lossBy().get());
            add(
                    structure.output(),
                    each(
                            forward.rows(),
                            structure.width(),
                            (i, j) -> loss.ofRow(j, output[i], forward.input[i]).slope() / forward.lossElements(loss)));
            return;
        }
        double elements = (double) forward.rows() * structure.width();
        add(
                structure.output(),
                each(
                        forward.rows(),
                        structure.width(),
                        (i, j) ->
                                Functions.derivative(structure.loss(), output[i][j], forward.input[i][j]) / elements));
    }

    private void differentiate(Layer layer) {
        double[][] dy = gradients.get(layer.name());
        switch (layer.operation()) {
            case Operation.FullyConnected connected -> differentiate(layer, connected, dy);
            case Operation.Dropout dropout -> add(layer.input(), forward.masked(layer, dropout, dy));
            case Operation.GaussianNoise unused -> add(layer.input(), dy);
            case Operation.ActivityRegularization penalty -> differentiate(layer, penalty, dy);
            case Operation.KlSparsity penalty -> differentiate(layer, penalty, dy);
            case Operation.OwnPenalty penalty -> differentiate(layer, penalty, dy);
            case Operation.Sampling sampling -> differentiate(layer, sampling, dy);
            case Operation.Add unused -> layer.inputs().forEach(input -> add(input, dy));
            case Operation.Concat unused -> takeApart(layer, dy);
        }
    }

    private void takeApart(Layer layer, double[][] dy) {
        int column = 0;
        for (String input : layer.inputs()) {
            int from = column;
            add(input, each(forward.rows(), structure.width(input), (i, j) -> dy[i][from + j]));
            column += structure.width(input);
        }
    }

    private void differentiate(Layer layer, Operation.FullyConnected connected, double[][] dy) {
        double[][] before = forward.preActivations.get(layer.name());
        double[][] dz = each(
                forward.rows(),
                forward.width(layer),
                (i, j) -> dy[i][j]
                        * connected
                                .activationBy()
                                .map(by ->
                                        structure.function(by).at(before[i][j]).slope())
                                .orElseGet(() -> Functions.derivative(connected.activation(), before[i][j])));
        double[][] dw = multiply(transposed(forward.values.get(layer.input())), dz);
        switch (connected) {
            case Operation.Dense unused -> addToParameter(layer.weight(), dw);
            case Operation.DenseTransposed tied ->
                addToParameter(structure.layer(tied.of()).weight(), transposed(dw));
        }
        addToParameter(layer.bias(), columnSums(dz));
        add(layer.input(), multiply(dz, transposed(forward.weightOf(layer))));
    }

    private void differentiate(Layer layer, Operation.ActivityRegularization penalty, double[][] dy) {
        double[][] x = forward.values.get(layer.input());
        double scale = forward.scale(penalty.per());
        add(
                layer.input(),
                each(
                        forward.rows(),
                        forward.width(layer),
                        (i, j) ->
                                dy[i][j] + scale * (penalty.l1() * Math.signum(x[i][j]) + 2 * penalty.l2() * x[i][j])));
    }

    private void differentiate(Layer layer, Operation.OwnPenalty penalty, double[][] dy) {
        double[][] x = forward.values.get(layer.input());
        double scale = penalty.weight() * forward.scale(penalty.per());
        OwnFunction function = structure.function(penalty.by());
        add(
                layer.input(),
                each(
                        forward.rows(),
                        forward.width(layer),
                        (i, j) -> dy[i][j] + scale * function.ofRow(j, x[i]).slope()));
    }

    /** Means that were clipped have no slope. */
    private void differentiate(Layer layer, Operation.KlSparsity penalty, double[][] dy) {
        double[][] x = forward.values.get(layer.input());
        double scale = penalty.weight() * forward.scale(penalty.per()) / forward.rows();
        double p = penalty.target();
        double[] means = forward.clippedMeans(x);
        double[] unclipped = columnSums(x)[0];
        double[] slope = new double[means.length];
        for (int j = 0; j < slope.length; j++) {
            double q = means[j];
            slope[j] = q == unclipped[j] / forward.rows() ? scale * ((1 - p) / (1 - q) - p / q) : 0;
        }
        add(layer.input(), each(forward.rows(), forward.width(layer), (i, j) -> dy[i][j] + slope[j]));
    }

    private void differentiate(Layer layer, Operation.Sampling sampling, double[][] dy) {
        String mean = layer.inputs().getFirst();
        String logVariance = layer.inputs().getLast();
        double[][] mu = forward.values.get(mean);
        double[][] gamma = forward.values.get(logVariance);
        double scale = forward.latentScale(sampling);
        int width = forward.width(layer);
        add(mean, each(forward.rows(), width, (i, j) -> dy[i][j] + scale * mu[i][j]));
        add(
                logVariance,
                each(
                        forward.rows(),
                        width,
                        (i, j) -> dy[i][j] * forward.noise(layer, i, j) * StrictMath.exp(gamma[i][j] / 2) / 2
                                - scale * (1 - StrictMath.exp(gamma[i][j])) / 2));
    }

    private void add(String value, double[][] gradient) {
        gradients.merge(value, gradient, Matrices::sum);
    }

    private void addToParameter(String parameter, double[][] gradient) {
        parameterGradients.merge(parameter, gradient, Matrices::sum);
    }
}
