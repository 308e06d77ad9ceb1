package dev.lanewise.processor.interpreter;

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
     * @param values every value, by its qualified name
     * @param gradients the gradient of the cost by every parameter
     */
    public record Step(double loss, Map<String, double[][]> values, Map<String, double[][]> gradients) {}

    /** The shapes of the parameters: rows and columns by name. */
    public Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense -> {
                    shapes.put(weight(node), new int[] {node.input().width(), dense.units()});
                    shapes.put(bias(node), new int[] {1, dense.units()});
                }
                case Layer.Dropout dropout -> {}
            }
        }
        return shapes;
    }

    /** Computes the cost and its gradients. A value without a mask passes its dropout layer as it is. */
    public Step step(double[][] input, Map<String, double[][]> parameters, Map<String, double[][]> masks) {
        Map<Value, double[][]> values = new LinkedHashMap<>();
        Map<Value, double[][]> preActivations = new LinkedHashMap<>();
        values.put(model.input(), input);
        for (Node node : model.nodes()) {
            forward(node, parameters, masks, values, preActivations);
        }
        double[][] output = values.get(model.decoder().result());
        Map<Value, double[][]> gradients = new LinkedHashMap<>();
        double[][] outputGradient = new double[input.length][model.input().width()];
        double loss = 0;
        double elements = (double) input.length * model.input().width();
        for (int i = 0; i < input.length; i++) {
            for (int j = 0; j < input[i].length; j++) {
                loss += Functions.loss(model.loss(), output[i][j], input[i][j]) / elements;
                outputGradient[i][j] = Functions.derivative(model.loss(), output[i][j], input[i][j]) / elements;
            }
        }
        gradients.put(model.decoder().result(), outputGradient);
        Map<String, double[][]> parameterGradients = new TreeMap<>();
        for (Node node : model.nodes().reversed()) {
            backward(node, parameters, masks, values, preActivations, gradients, parameterGradients);
        }
        Map<String, double[][]> named = new LinkedHashMap<>();
        values.forEach((value, matrix) -> named.put(value.qualifiedName(), matrix));
        return new Step(loss, named, parameterGradients);
    }

    private static void forward(
            Node node,
            Map<String, double[][]> parameters,
            Map<String, double[][]> masks,
            Map<Value, double[][]> values,
            Map<Value, double[][]> preActivations) {
        double[][] x = values.get(node.input());
        switch (node.layer()) {
            case Layer.Dense dense -> {
                double[][] z = multiply(x, parameters.get(weight(node)));
                double[] b = parameters.get(bias(node))[0];
                double[][] y = new double[z.length][b.length];
                for (int i = 0; i < z.length; i++) {
                    for (int j = 0; j < b.length; j++) {
                        z[i][j] += b[j];
                        y[i][j] = Functions.activation(dense.activation(), z[i][j]);
                    }
                }
                preActivations.put(node.value(), z);
                values.put(node.value(), y);
            }
            case Layer.Dropout dropout -> values.put(node.value(), masked(x, node, dropout, masks));
        }
    }

    private static void backward(
            Node node,
            Map<String, double[][]> parameters,
            Map<String, double[][]> masks,
            Map<Value, double[][]> values,
            Map<Value, double[][]> preActivations,
            Map<Value, double[][]> gradients,
            Map<String, double[][]> parameterGradients) {
        double[][] dy = gradients.get(node.value());
        switch (node.layer()) {
            case Layer.Dense dense -> {
                double[][] z = preActivations.get(node.value());
                double[][] dz = new double[z.length][dense.units()];
                double[][] db = new double[1][dense.units()];
                for (int i = 0; i < z.length; i++) {
                    for (int j = 0; j < dense.units(); j++) {
                        dz[i][j] = dy[i][j] * Functions.derivative(dense.activation(), z[i][j]);
                        db[0][j] += dz[i][j];
                    }
                }
                parameterGradients.put(weight(node), multiply(transposed(values.get(node.input())), dz));
                parameterGradients.put(bias(node), db);
                add(gradients, node.input(), multiply(dz, transposed(parameters.get(weight(node)))));
            }
            case Layer.Dropout dropout -> add(gradients, node.input(), masked(dy, node, dropout, masks));
        }
    }

    private static double[][] masked(double[][] x, Node node, Layer.Dropout dropout, Map<String, double[][]> masks) {
        double[][] mask = masks.get(node.value().qualifiedName());
        if (mask == null) {
            return x;
        }
        double[][] y = new double[x.length][node.value().width()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y[i].length; j++) {
                y[i][j] = x[i][j] * mask[i][j] / (1 - dropout.rate());
            }
        }
        return y;
    }

    private static void add(Map<Value, double[][]> gradients, Value value, double[][] more) {
        gradients.merge(value, more, (before, added) -> {
            double[][] sum = new double[before.length][value.width()];
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum[i].length; j++) {
                    sum[i][j] = before[i][j] + added[i][j];
                }
            }
            return sum;
        });
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

    /** The noise layers' values, in the order of their numbers. */
    public List<Value> noiseLayers() {
        return model.nodes().stream()
                .filter(node -> switch (node.layer()) {
                    case Layer.Dense dense -> false;
                    case Layer.Dropout dropout -> true;
                })
                .map(Node::value)
                .toList();
    }
}
