package dev.lanewise.proof.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model in double precision, one value after another: the reference for what the compiler generates. All that it knows of
 * the model is the text of its structure.
 *
 * <p>Matrices are {@code double[rows][columns]}. Parameters go by their names in model files; a bias is a matrix of one row.
 *
 * @param structure the model
 */
public record Interpreter(Structure structure) {

    /**
     * What a step comes to.
     *
     * @param loss the cost
     * @param reconstruction the reconstruction loss
     * @param penalties what each layer adds to the cost, by its qualified name, in the order of computation
     * @param values every value, by its qualified name
     * @param gradients the gradient of the cost by every parameter
     */
    public record Step(
            double loss,
            double reconstruction,
            Map<String, Double> penalties,
            Map<String, double[][]> values,
            Map<String, double[][]> gradients) {}

    /** {@return the shapes of the parameters: rows and columns by name} */
    public Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (Layer layer : structure.layers()) {
            if (layer.operation() instanceof Operation.FullyConnected connected) {
                int units = structure.width(layer.name());
                if (connected instanceof Operation.Dense) {
                    shapes.put(layer.weight(), new int[] {structure.width(layer.input()), units});
                }
                shapes.put(layer.bias(), new int[] {1, units});
            }
        }
        return shapes;
    }

    /**
     * Computes the cost and its gradients.
     *
     * @param input B × the input's width
     * @param condition B × the condition's width, which may be 0
     * @param parameters by their names
     * @param noise the mask of a dropout layer, the normal variates of a noise or sampling layer, by the value's qualified
     *     name; without it a layer is what it is in inference
     * @return the step
     */
    public Step step(
            double[][] input, double[][] condition, Map<String, double[][]> parameters, Map<String, double[][]> noise) {
        ForwardPass forward = new ForwardPass(structure, input, condition, parameters, noise);
        BackwardPass backward = new BackwardPass(forward);
        return new Step(
                forward.cost(),
                forward.reconstruction(),
                forward.penalties,
                forward.values,
                backward.parameterGradients);
    }

    /**
     * Computes the cost alone.
     *
     * @param input B × the input's width
     * @param condition B × the condition's width, which may be 0
     * @param parameters by their names
     * @param noise as in {@link #step}
     * @return the cost
     */
    public double cost(
            double[][] input, double[][] condition, Map<String, double[][]> parameters, Map<String, double[][]> noise) {
        return new ForwardPass(structure, input, condition, parameters, noise).cost();
    }
}
