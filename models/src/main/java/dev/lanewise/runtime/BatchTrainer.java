package dev.lanewise.runtime;

import dev.lanewise.Matrix;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.UpdateRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trains a model one batch at a time, under the caller's control: for tests and experiments. It takes the noise from
 * wherever it is told, and shows the gradients of each step. The model is in training until {@link #close}.
 *
 * <p>Not thread-safe.
 */
public final class BatchTrainer implements AutoCloseable {

    private final CompiledModel model;
    private final TrainingPass pass;
    private final UpdateRule rule;
    private final Worker worker;
    private long steps;

    /**
     * Begins to train a model.
     *
     * @param model the model, of a generated class
     * @param optimizer how gradients move the parameters
     * @param batchSize the most rows of a batch
     * @param noise what noise layers take
     * @throws IllegalStateException if the model is in use
     */
    public BatchTrainer(CompiledModel model, Optimizer optimizer, int batchSize, NoiseSource noise) {
        this.model = model;
        this.rule = optimizer.rule();
        this.pass = model.trainingPass(batchSize);
        this.worker = Worker.alone(noise);
        model.beginTraining(rule);
    }

    /**
     * Trains a model with a condition on a batch.
     *
     * @param batch the rows, B × the input's width, B at most the batch size
     * @param condition B × the condition's width
     * @return the cost before the step and its terms, by their names: {@code loss}, {@code mse} …
     */
    public Map<String, Double> step(Matrix batch, Matrix condition) {
        requireFits(batch);
        if (condition.rows() != batch.rows()
                || condition.columns() != pass.condition().columns()) {
            throw new IllegalArgumentException("condition must be " + batch.rows() + " × "
                    + pass.condition().columns() + ", was " + condition.rows() + " × " + condition.columns());
        }
        System.arraycopy(condition.values(), 0, pass.condition().data(), 0, condition.rows() * condition.columns());
        return train(batch);
    }

    /**
     * Trains on a batch.
     *
     * @param batch the rows, B × the input's width, B at most the batch size
     * @return the cost before the step and its terms, by their names: {@code loss}, {@code mse} …
     */
    public Map<String, Double> step(Matrix batch) {
        if (pass.condition().columns() > 0) {
            throw new IllegalArgumentException("condition must be given: the model has one of "
                    + pass.condition().columns() + " values");
        }
        return train(batch);
    }

    private Map<String, Double> train(Matrix batch) {
        requireFits(batch);
        Buffer input = pass.input();
        worker.take(batch.rows(), 1, (int) steps);
        model.forgetProvenance();
        rule.advance(++steps, 1);
        System.arraycopy(batch.values(), 0, input.data(), 0, batch.rows() * batch.columns());
        pass.forward(worker);
        pass.backward(worker);
        Map<String, Double> costs = costs(batch.rows());
        pass.update(worker, rule);
        return costs;
    }

    private void requireFits(Matrix batch) {
        Buffer input = pass.input();
        if (batch.rows() > pass.capacity() || batch.columns() != input.columns()) {
            throw new IllegalArgumentException("batch must be at most " + pass.capacity() + " × " + input.columns()
                    + ", was " + batch.rows() + " × " + batch.columns());
        }
    }

    private Map<String, Double> costs(int rows) {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("loss", 0.0);
        for (Figure figure : pass.figures()) {
            if (figure.partOfCost()) {
                double value = figure.collect(rows);
                costs.put(figure.name(), value);
                costs.merge("loss", value, Double::sum);
            }
        }
        return costs;
    }

    /**
     * The gradient of the cost by a parameter, at the last step.
     *
     * @param parameter such as {@code recognition.hidden1.weight}
     * @return a copy, of the parameter's shape
     * @throws java.util.NoSuchElementException if there is none of that name
     */
    public Matrix gradient(String parameter) {
        Parameter found = model.find(parameter);
        float[] gradient = found.gradient();
        int length = Math.min(found.values().length, gradient.length);
        return Matrix.wrap(found.rows(), found.columns(), Arrays.copyOf(gradient, length));
    }

    /** Ends the training; the model can be used again. */
    @Override
    public void close() {
        model.endTraining();
    }
}
