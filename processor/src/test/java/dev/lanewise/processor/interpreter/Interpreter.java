package dev.lanewise.processor.interpreter;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model in double precision, one value after another: the reference for what the compiler generates. It shares the graph
 * with the compiler, and nothing that comes after it.
 *
 * <p>Matrices are {@code double[rows][columns]}. Parameters go by their names in model files; a bias is a matrix of one row.
 */
public final class Interpreter {

    private final Model model;

    /** Interprets a model. */
    public Interpreter(Model model) {
        this.model = model;
    }

    /**
     * What a step comes to.
     *
     * @param loss the cost
     * @param reconstruction the reconstruction loss
     * @param penalties what each layer adds to the cost, by its qualified name
     * @param values every value, by its qualified name
     * @param gradients the gradient of the cost by every parameter
     */
    public record Step(
            double loss,
            double reconstruction,
            Map<String, Double> penalties,
            Map<String, double[][]> values,
            Map<String, double[][]> gradients) {}

    /** The shapes of the parameters: rows and columns by name. */
    public Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense -> {
                    shapes.put(weight(node), new int[] {node.input().width(), dense.units()});
                    shapes.put(bias(node), new int[] {1, dense.units()});
                }
                case Layer.DenseTransposed unused ->
                    shapes.put(bias(node), new int[] {1, node.value().width()});
                case Layer.Noise unused -> {}
                case Layer.Penalty unused -> {}
                case Layer.Sampling unused -> {}
            }
        }
        return shapes;
    }

    /**
     * Computes the cost and its gradients.
     *
     * @param input B × the input's width
     * @param parameters by their names
     * @param noise the mask of a dropout layer, the normal variates of a noise or sampling layer, by the value's qualified
     *     name; without it a layer is what it is in inference
     */
    public Step step(double[][] input, Map<String, double[][]> parameters, Map<String, double[][]> noise) {
        Run run = new Run(parameters, noise);
        run.values.put(model.input(), input);
        model.nodes().forEach(run::forward);
        double reconstruction = run.reconstruction(input);
        model.nodes().reversed().forEach(run::backward);
        Map<String, double[][]> named = new LinkedHashMap<>();
        run.values.forEach((value, matrix) -> named.put(value.qualifiedName(), matrix));
        double penalties =
                run.penalties.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Step(reconstruction + penalties, reconstruction, run.penalties, named, run.parameterGradients);
    }

    /** A step in the course of its computation. */
    private final class Run {

        final Map<String, double[][]> parameters;
        final Map<String, double[][]> noise;
        final Map<Value, double[][]> values = new LinkedHashMap<>();
        final Map<Value, double[][]> preActivations = new LinkedHashMap<>();
        final Map<Value, double[][]> gradients = new LinkedHashMap<>();
        final Map<String, double[][]> parameterGradients = new TreeMap<>();
        final Map<String, Double> penalties = new LinkedHashMap<>();

        Run(Map<String, double[][]> parameters, Map<String, double[][]> noise) {
            this.parameters = parameters;
            this.noise = noise;
        }

        double reconstruction(double[][] input) {
            double[][] output = values.get(model.decoder().result());
            double[][] gradient = new double[input.length][model.input().width()];
            double loss = 0;
            double elements = (double) input.length * model.input().width();
            for (int i = 0; i < input.length; i++) {
                for (int j = 0; j < input[i].length; j++) {
                    loss += Functions.loss(model.loss(), output[i][j], input[i][j]) / elements;
                    gradient[i][j] = Functions.derivative(model.loss(), output[i][j], input[i][j]) / elements;
                }
            }
            gradients.put(model.decoder().result(), gradient);
            return loss;
        }

        void forward(Node node) {
            double[][] x = values.get(node.input());
            values.put(
                    node.value(),
                    switch (node.layer()) {
                        case Layer.FullyConnected layer -> connected(node, layer.activation(), x);
                        case Layer.Dropout dropout -> masked(node, dropout, x);
                        case Layer.GaussianNoise layer ->
                            each(node, (i, j) -> x[i][j] + layer.stddev() * noise(node, i, j));
                        case Layer.Sampling unused -> {
                            double[][] gamma = values.get(node.inputs().getLast());
                            yield each(node, (i, j) -> x[i][j] + StrictMath.exp(gamma[i][j] / 2) * noise(node, i, j));
                        }
                        case Layer.Penalty unused -> x;
                    });
        }

        private double[][] connected(Node node, Activation f, double[][] x) {
            double[][] product = multiply(x, weightOf(node));
            double[] b = parameters.get(bias(node))[0];
            double[][] before = each(node, (i, j) -> product[i][j] + b[j]);
            preActivations.put(node.value(), before);
            return each(node, (i, j) -> Functions.activation(f, before[i][j]));
        }

        /** W, or the transpose of the one that is shared. */
        private double[][] weightOf(Node node) {
            return node.tied()
                    .map(tied -> transposed(parameters.get(tied.qualifiedName() + ".weight")))
                    .orElseGet(() -> parameters.get(weight(node)));
        }

        private double noise(Node node, int i, int j) {
            double[][] all = noise.get(node.value().qualifiedName());
            return all == null ? 0 : all[i][j];
        }

        private double[][] masked(Node node, Layer.Dropout dropout, double[][] x) {
            double[][] mask = noise.get(node.value().qualifiedName());
            return mask == null ? x : each(node, (i, j) -> x[i][j] * mask[i][j] / (1 - dropout.rate()));
        }

        void backward(Node node) {
            double[][] dy = gradients.get(node.value());
            switch (node.layer()) {
                case Layer.FullyConnected layer -> {
                    double[][] before = preActivations.get(node.value());
                    double[][] dz =
                            each(node, (i, j) -> dy[i][j] * Functions.derivative(layer.activation(), before[i][j]));
                    double[][] dw = multiply(transposed(values.get(node.input())), dz);
                    addToWeight(node.tied().orElse(node.value()), node.tied().isPresent() ? transposed(dw) : dw);
                    parameterGradients.put(bias(node), columnSums(dz));
                    add(gradients, node.input(), multiply(dz, transposed(weightOf(node))));
                }
                case Layer.Dropout dropout -> add(gradients, node.input(), masked(node, dropout, dy));
                case Layer.GaussianNoise unused -> add(gradients, node.input(), dy);
                case Layer.ActivityRegularization penalty -> {
                    double[][] a = values.get(node.value());
                    double scale = penalty.per() == Per.SAMPLE ? 1.0 / a.length : 1;
                    penalize(
                            node,
                            scale
                                    * sum(each(
                                            node,
                                            (i, j) -> penalty.l1() * Math.abs(a[i][j])
                                                    + penalty.l2() * a[i][j] * a[i][j])));
                    add(
                            gradients,
                            node.input(),
                            each(
                                    node,
                                    (i, j) -> dy[i][j]
                                            + scale
                                                    * (penalty.l1() * Math.signum(a[i][j])
                                                            + 2 * penalty.l2() * a[i][j])));
                }
                case Layer.KlSparsity penalty -> {
                    double[][] a = values.get(node.value());
                    double scale = penalty.weight() * (penalty.per() == Per.SAMPLE ? 1.0 / a.length : 1);
                    double p = penalty.target();
                    double[] q = columnSums(a)[0];
                    double cost = 0;
                    double[] slope = new double[q.length];
                    for (int j = 0; j < q.length; j++) {
                        q[j] /= a.length;
                        boolean clipped = q[j] < 1e-7 || q[j] > 1 - 1e-7;
                        q[j] = Math.clamp(q[j], 1e-7, 1 - 1e-7);
                        cost += p * StrictMath.log(p / q[j]) + (1 - p) * StrictMath.log((1 - p) / (1 - q[j]));
                        slope[j] = clipped ? 0 : (-p / q[j] + (1 - p) / (1 - q[j])) / a.length;
                    }
                    penalize(node, scale * cost);
                    add(gradients, node.input(), each(node, (i, j) -> dy[i][j] + scale * slope[j]));
                }
                case Layer.Sampling sampling -> {
                    double[][] mu = values.get(node.inputs().getFirst());
                    double[][] gamma = values.get(node.inputs().getLast());
                    double scale = sampling.beta()
                            / ((double) mu.length * model.input().width());
                    penalize(
                            node,
                            scale
                                    * sum(each(
                                            node,
                                            (i, j) -> -0.5
                                                    * (1
                                                            + gamma[i][j]
                                                            - StrictMath.exp(gamma[i][j])
                                                            - mu[i][j] * mu[i][j]))));
                    add(gradients, node.inputs().getFirst(), each(node, (i, j) -> dy[i][j] + scale * mu[i][j]));
                    add(
                            gradients,
                            node.inputs().getLast(),
                            each(
                                    node,
                                    (i, j) -> dy[i][j] * noise(node, i, j) * StrictMath.exp(gamma[i][j] / 2) / 2
                                            - scale * (1 - StrictMath.exp(gamma[i][j])) / 2));
                }
            }
        }

        /** Layers are met in the reverse order of computation. */
        private void penalize(Node node, double cost) {
            penalties.put(node.value().qualifiedName(), cost);
        }

        private void addToWeight(Value layer, double[][] gradient) {
            parameterGradients.merge(layer.qualifiedName() + ".weight", gradient, Interpreter::sum);
        }

        private double[][] each(Node node, ElementFunction f) {
            double[][] result =
                    new double[values.get(model.input()).length][node.value().width()];
            for (int i = 0; i < result.length; i++) {
                for (int j = 0; j < result[i].length; j++) {
                    result[i][j] = f.at(i, j);
                }
            }
            return result;
        }
    }

    private interface ElementFunction {
        double at(int row, int column);
    }

    private static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double element : row) {
                sum += element;
            }
        }
        return sum;
    }

    private static double[][] columnSums(double[][] matrix) {
        double[][] sums = new double[1][matrix[0].length];
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                sums[0][j] += row[j];
            }
        }
        return sums;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] = a[i][j] + b[i][j];
            }
        }
        return sum;
    }

    private static void add(Map<Value, double[][]> gradients, Value value, double[][] more) {
        gradients.merge(value, more, Interpreter::sum);
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    private static String weight(Node node) {
        return node.value().qualifiedName() + ".weight";
    }

    private static String bias(Node node) {
        return node.value().qualifiedName() + ".bias";
    }

    /** The layers that draw random numbers, in the order of their numbers. */
    public List<Node> noiseLayers() {
        return model.nodes().stream()
                .filter(node -> switch (node.layer()) {
                    case Layer.Noise unused -> true;
                    case Layer.Sampling unused -> true;
                    case Layer.FullyConnected unused -> false;
                    case Layer.Penalty unused -> false;
                })
                .toList();
    }
}
