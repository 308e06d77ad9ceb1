package dev.lanewise.proof.reference;

import static dev.lanewise.proof.reference.Matrices.columnSums;
import static dev.lanewise.proof.reference.Matrices.each;
import static dev.lanewise.proof.reference.Matrices.multiply;
import static dev.lanewise.proof.reference.Matrices.sum;
import static dev.lanewise.proof.reference.Matrices.transposed;

import dev.lanewise.layer.Per;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every value of a batch, and every term of its cost. */
final class ForwardPass {

    final Structure structure;
    final double[][] input;
    final Map<String, double[][]> parameters;
    final Map<String, double[][]> values = new LinkedHashMap<>();
    final Map<String, double[][]> preActivations = new LinkedHashMap<>();
    final Map<String, Double> penalties = new LinkedHashMap<>();

    private final Map<String, double[][]> noise;

    ForwardPass(
            Structure structure,
            double[][] input,
            double[][] condition,
            Map<String, double[][]> parameters,
            Map<String, double[][]> noise) {
        this.structure = structure;
        this.input = input;
        this.parameters = parameters;
        this.noise = noise;
        values.put(Structure.INPUT, input);
        values.put(Structure.CONDITION, condition);
        structure.layers().forEach(layer -> values.put(layer.name(), compute(layer)));
    }

    int rows() {
        return input.length;
    }

    double cost() {
        return reconstruction()
                + penalties.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double reconstruction() {
        double[][] output = values.get(structure.output());
        if (structure.lossBy().isPresent()) {
            OwnFunction loss = structure.function(structure.lossBy().get());
            double sum = 0;
            for (int i = 0; i < rows(); i++) {
                sum += loss.ofRow(-1, output[i], input[i]).value();
            }
            return sum / lossElements(loss);
        }
        return sum(each(
                        rows(),
                        structure.width(),
                        (i, j) -> Functions.loss(structure.loss(), output[i][j], input[i][j])))
                / rows()
                / structure.width();
    }

    /** What the sum of a loss of the user's own over the rows is divided by. */
    double lossElements(OwnFunction loss) {
        return loss.isRowwise() ? rows() : (double) rows() * structure.width();
    }

    private double[][] compute(Layer layer) {
        double[][] x = values.get(layer.input());
        return switch (layer.operation()) {
            case Operation.FullyConnected connected -> connected(layer, connected, x);
            case Operation.Dropout dropout -> masked(layer, dropout, x);
            case Operation.GaussianNoise gaussian ->
                each(rows(), width(layer), (i, j) -> x[i][j] + gaussian.stddev() * noise(layer, i, j));
            case Operation.Sampling sampling -> sampled(layer, sampling, x);
            case Operation.ActivityRegularization penalty -> {
                penalties.put(layer.name(), magnitude(penalty, x));
                yield x;
            }
            case Operation.OwnPenalty penalty -> {
                OwnFunction function = structure.function(penalty.by());
                double sum = 0;
                for (double[] row : x) {
                    sum += function.ofRow(-1, row).value();
                }
                penalties.put(layer.name(), penalty.weight() * scale(penalty.per()) * sum);
                yield x;
            }
            case Operation.KlSparsity penalty -> {
                penalties.put(layer.name(), divergence(penalty, x));
                yield x;
            }
            case Operation.Concat unused -> joined(layer);
            case Operation.Add unused ->
                layer.inputs().stream().map(values::get).reduce(Matrices::sum).orElseThrow();
        };
    }

    private double[][] joined(Layer layer) {
        double[][] joined = new double[rows()][width(layer)];
        int column = 0;
        for (String input : layer.inputs()) {
            for (int i = 0; i < joined.length; i++) {
                System.arraycopy(values.get(input)[i], 0, joined[i], column, structure.width(input));
            }
            column += structure.width(input);
        }
        return joined;
    }

    private double[][] connected(Layer layer, Operation.FullyConnected connected, double[][] x) {
        double[][] product = multiply(x, weightOf(layer));
        double[] bias = parameters.get(layer.bias())[0];
        double[][] before = each(rows(), width(layer), (i, j) -> product[i][j] + bias[j]);
        preActivations.put(layer.name(), before);
        return each(
                rows(),
                width(layer),
                (i, j) -> connected
                        .activationBy()
                        .map(by -> structure.function(by).at(before[i][j]).value())
                        .orElseGet(() -> Functions.activation(connected.activation(), before[i][j])));
    }

    /** W, or the transpose of the one that is shared. */
    double[][] weightOf(Layer layer) {
        return layer.operation() instanceof Operation.DenseTransposed tied
                ? transposed(parameters.get(structure.layer(tied.of()).weight()))
                : parameters.get(layer.weight());
    }

    /** Values, or gradients, through a dropout layer. */
    double[][] masked(Layer layer, Operation.Dropout dropout, double[][] x) {
        double[][] mask = noise.get(layer.name());
        return mask == null ? x : each(rows(), width(layer), (i, j) -> x[i][j] * mask[i][j] / (1 - dropout.rate()));
    }

    private double[][] sampled(Layer layer, Operation.Sampling sampling, double[][] mu) {
        double[][] gamma = values.get(layer.inputs().getLast());
        double latentLoss = sum(each(
                rows(),
                width(layer),
                (i, j) -> -0.5 * (1 + gamma[i][j] - StrictMath.exp(gamma[i][j]) - mu[i][j] * mu[i][j])));
        penalties.put(layer.name(), latentScale(sampling) * latentLoss);
        return each(rows(), width(layer), (i, j) -> mu[i][j] + StrictMath.exp(gamma[i][j] / 2) * noise(layer, i, j));
    }

    double latentScale(Operation.Sampling sampling) {
        return sampling.beta() / rows() / structure.width();
    }

    double noise(Layer layer, int row, int column) {
        double[][] all = noise.get(layer.name());
        return all == null ? 0 : all[row][column];
    }

    private double magnitude(Operation.ActivityRegularization penalty, double[][] x) {
        return scale(penalty.per())
                * sum(each(
                        rows(),
                        x[0].length,
                        (i, j) -> penalty.l1() * Math.abs(x[i][j]) + penalty.l2() * x[i][j] * x[i][j]));
    }

    private double divergence(Operation.KlSparsity penalty, double[][] x) {
        double p = penalty.target();
        double sum = 0;
        for (double q : clippedMeans(x)) {
            sum += p * StrictMath.log(p / q) + (1 - p) * StrictMath.log((1 - p) / (1 - q));
        }
        return penalty.weight() * scale(penalty.per()) * sum;
    }

    /** The mean of each column, kept off 0 and 1. */
    double[] clippedMeans(double[][] x) {
        double[] means = columnSums(x)[0];
        for (int j = 0; j < means.length; j++) {
            means[j] = Math.clamp(means[j] / rows(), 1e-7, 1 - 1e-7);
        }
        return means;
    }

    double scale(Per per) {
        return switch (per) {
            case SAMPLE -> 1.0 / rows();
            case BATCH -> 1;
        };
    }

    int width(Layer layer) {
        return structure.width(layer.name());
    }
}
