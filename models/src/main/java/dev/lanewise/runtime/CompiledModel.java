package dev.lanewise.runtime;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.layer.Initializer;
import dev.lanewise.training.History;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.Training;
import dev.lanewise.training.UpdateRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** What generated models have in common: everything but the straight-line code of their passes. */
public abstract class CompiledModel implements AutoencoderModel {

    /** The stream of random numbers that codings are drawn from; noise layers have those from 1. */
    private static final int PRIOR = 0;

    /** Where no value stands. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    private static final Matrix NO_CONDITION = Matrix.zeros(0, 1);

    private final String name;
    private final String structure;
    private final int inputs;
    private final int codings;
    private final int conditions;
    private final List<Parameter> parameters = new ArrayList<>();
    private Provenance provenance = Provenance.UNKNOWN;
    private final Usage usage = new Usage();
    private final AtomicReferenceArray<InferencePass> idle =
            new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());

    /**
     * Creates a model without a condition, whose parameters are all zero.
     *
     * @param name the declared type's simple name
     * @param structure the canonical text of its structure
     * @param inputs the width of the input
     * @param codings the width of the codings
     */
    protected CompiledModel(String name, String structure, int inputs, int codings) {
        this(name, structure, inputs, codings, 0);
    }

    /** As above, of a model with a condition. */
    CompiledModel(String name, String structure, int inputs, int codings, int conditions) {
        this.name = name;
        this.structure = structure;
        this.inputs = inputs;
        this.codings = codings;
        this.conditions = conditions;
    }

    /**
     * Adds the weight W of a dense layer. Parameters are added in the order of computation.
     *
     * @param tensor its name in model files, such as {@code recognition.hidden1.weight}
     * @param rows the width of the layer's input
     * @param columns the number of units
     * @param initializer how it is drawn
     * @return the weight, all zeros
     */
    protected final Parameter weight(String tensor, int rows, int columns, Initializer initializer) {
        return add(Parameter.weight(tensor, rows, columns, initializer));
    }

    /**
     * Adds the bias b of a dense layer.
     *
     * @param tensor its name in model files, such as {@code recognition.hidden1.bias}
     * @param columns the number of units
     * @return the bias, all zeros
     */
    protected final Parameter bias(String tensor, int columns) {
        return add(Parameter.bias(tensor, columns));
    }

    private Parameter add(Parameter parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /**
     * Allocates the training step.
     *
     * @param batchSize the most rows of a batch
     * @return a pass of its own buffers over this model's parameters
     */
    protected abstract TrainingPass trainingPass(int batchSize);

    /**
     * Allocates the inference.
     *
     * @return a pass of its own buffers over this model's parameters
     */
    protected abstract InferencePass inferencePass();

    /**
     * Creates a model of the same class.
     *
     * @return a model whose parameters are all zero
     */
    protected abstract CompiledModel blank();

    /**
     * Draws every weight by its initializer; biases become 0.
     *
     * @param seed from which the weights follow
     */
    protected final void initialize(long seed) {
        for (int i = 0; i < parameters.size(); i++) {
            Weights.draw(parameters.get(i), seed, i);
        }
        provenance = new Provenance(OptionalLong.of(seed), List.of());
    }

    /**
     * Reads parameters from a file.
     *
     * @param file a file that {@link #save} wrote
     * @throws IOException if it cannot be read, or is of another model; the model is then unchanged
     */
    protected final void read(Path file) throws IOException {
        ModelFile.Contents contents = ModelFile.read(file, this);
        contents.copyTo(this);
        provenance = contents.provenance();
    }

    @Override
    public final void save(Path file) throws IOException {
        usage.beginInference();
        try {
            ModelFile.builder(this, provenance).build().write(file);
        } finally {
            usage.endInference();
        }
    }

    @Override
    public final String structure() {
        return structure;
    }

    @Override
    public final Provenance provenance() {
        return provenance;
    }

    /** The parameters were moved by hand. */
    final void forgetProvenance() {
        provenance = Provenance.UNKNOWN;
    }

    final String name() {
        return name;
    }

    /** The parameters in the order of the model file. */
    final List<Parameter> parameterList() {
        return parameters;
    }

    /** A model of the same class and parameters, for listeners: the run waits meanwhile. */
    final CompiledModel copy(Provenance ofCopy) {
        CompiledModel copy = blank();
        copy.provenance = ofCopy;
        for (int i = 0; i < parameters.size(); i++) {
            float[] values = parameters.get(i).values();
            System.arraycopy(values, 0, copy.parameters.get(i).values(), 0, values.length);
        }
        return copy;
    }

    @Override
    public final History fit(DataSet data, Training training) {
        requireTrainable(data, training);
        UpdateRule rule = training.optimizer().rule();
        beginTraining(rule);
        try {
            return run(new Trainer(this, data, training, rule));
        } finally {
            endTraining();
        }
    }

    @Override
    public final History resume(Path checkpoint, DataSet data, Training training) throws IOException {
        requireTrainable(data, training);
        UpdateRule rule = training.optimizer().rule();
        int figures = trainingPass(1).figures().size();
        Checkpoint.Loaded loaded = Checkpoint.read(checkpoint, this, rule.slots(), figures);
        Provenance.Run run = Resumption.check(checkpoint, loaded, data, training);
        beginTraining(rule);
        try {
            loaded.copyTo(this);
            List<Provenance.Run> runs = loaded.contents().provenance().runs();
            provenance = new Provenance(loaded.contents().provenance().seed(), runs.subList(0, runs.size() - 1));
            Trainer trainer = new Trainer(this, data, training, rule);
            trainer.resume(loaded.position(), run.digests());
            return run(trainer);
        } finally {
            endTraining();
        }
    }

    /** Runs a training, and notes what came of it, also when it is cut short by an exception. */
    private History run(Trainer trainer) {
        try {
            return trainer.run();
        } finally {
            provenance = trainer.provenance();
        }
    }

    private void requireTrainable(DataSet data, Training training) {
        requireData("data", data);
        training.validation().ifPresent(valid -> requireData("validation data", valid));
        if (training.batchSize() > data.rows()) {
            throw new IllegalArgumentException(
                    "batchSize must be at most the data's " + data.rows() + " rows, was " + training.batchSize());
        }
    }

    /** Claims the model, and gives every parameter a gradient and the state that a rule keeps. */
    final void beginTraining(UpdateRule rule) {
        usage.beginTraining();
        long all = parameters.stream().mapToLong(CompiledModel::elements).sum();
        long before = 0;
        for (Parameter parameter : parameters) {
            parameter.beginTraining(rule.slots(), before, all);
            before += elements(parameter);
        }
    }

    /** How many elements a weight has; 0 for a bias. */
    private static long elements(Parameter parameter) {
        return parameter.isWeight() ? (long) parameter.rows() * parameter.columns() : 0;
    }

    /** Lets go of the model. */
    final void endTraining() {
        parameters.forEach(Parameter::endTraining);
        usage.endTraining();
    }

    @Override
    public final Map<String, Double> evaluate(DataSet data, Training training) {
        requireData("data", data);
        usage.beginInference();
        try (Team team = new Team(training.threads(), new SeededNoise(training.seed()))) {
            TrainingPass pass = trainingPass(Math.min(training.batchSize(), data.rows()));
            return Trainer.means("", Trainer.evaluate(team, pass, data), data.rows());
        } finally {
            usage.endInference();
        }
    }

    private void requireData(String what, DataSet data) {
        if (data.rows() == 0) {
            throw new IllegalArgumentException(what + " must have rows, is empty");
        }
        if (data.columns() != inputs) {
            throw new IllegalArgumentException(what + " must have rows of " + inputs + " values, the input of " + name
                    + ", has " + data.columns());
        }
        if (conditions > 0 && data.conditionColumns() != conditions) {
            throw new IllegalArgumentException(what + " must carry conditions of " + conditions
                    + " values, the condition of " + name + " (see DataSet.conditionedOn), has "
                    + (data.conditionColumns() == 0 ? "none" : data.conditionColumns()));
        }
    }

    @Override
    public final Matrix encode(Matrix images) {
        return infer(InferencePass.Route.ENCODE, images, NoiseSource.NONE);
    }

    @Override
    public final void encodeInto(Matrix images, Matrix toCodings) {
        requireUnconditioned(InferencePass.Route.ENCODE);
        inferInto(InferencePass.Route.ENCODE, NO_CONDITION, images, toCodings, NoiseSource.NONE);
    }

    @Override
    public final Matrix encode(Matrix images, long seed) {
        return infer(InferencePass.Route.ENCODE, images, new SeededNoise(seed));
    }

    @Override
    public final Matrix decode(Matrix ofCodings) {
        return infer(InferencePass.Route.DECODE, ofCodings, NoiseSource.NONE);
    }

    @Override
    public final void decodeInto(Matrix ofCodings, Matrix toImages) {
        requireUnconditioned(InferencePass.Route.DECODE);
        inferInto(InferencePass.Route.DECODE, NO_CONDITION, ofCodings, toImages, NoiseSource.NONE);
    }

    @Override
    public final Matrix reconstruct(Matrix images) {
        return infer(InferencePass.Route.RECONSTRUCT, images, NoiseSource.NONE);
    }

    @Override
    public final void reconstructInto(Matrix images, Matrix reconstructions) {
        requireUnconditioned(InferencePass.Route.RECONSTRUCT);
        inferInto(InferencePass.Route.RECONSTRUCT, NO_CONDITION, images, reconstructions, NoiseSource.NONE);
    }

    @Override
    public final Matrix reconstruct(Matrix images, long seed) {
        return infer(InferencePass.Route.RECONSTRUCT, images, new SeededNoise(seed));
    }

    /**
     * Codings drawn from N(0, I), as a model with a sampling layer is trained to decode them. Each row is a function of the seed and
     * its own number: more of them begin with the same ones.
     *
     * @param count how many
     * @param seed from which they follow
     * @return count × the codings' width
     * @throws IllegalArgumentException if the count is negative
     */
    protected final Matrix codings(int count, long seed) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be at least 0, was " + count);
        }
        Matrix drawn = Matrix.zeros(count, codings);
        CounterRandom.normal(0, count, codings, seed, 0, 0, PRIOR, drawn.values(), 0, codings);
        return drawn;
    }

    private Matrix infer(InferencePass.Route route, Matrix from, NoiseSource noise) {
        requireUnconditioned(route);
        return inferOn(route, NO_CONDITION, from, noise);
    }

    /**
     * Computes without a condition.
     *
     * @throws IllegalArgumentException if that is not possible
     */
    void requireUnconditioned(InferencePass.Route route) {}

    /** Computes on a condition for each row, on one that holds for all, or on none. */
    final Matrix inferOn(InferencePass.Route route, Matrix condition, Matrix from, NoiseSource noise) {
        Matrix to = Matrix.zeros(from.rows(), route == InferencePass.Route.ENCODE ? codings : inputs);
        inferInto(route, condition, from, to, noise);
        return to;
    }

    /** Computes into a matrix that is there already; where a value is not finite, some of its rows may have been computed. */
    final void inferInto(InferencePass.Route route, Matrix condition, Matrix from, Matrix to, NoiseSource noise) {
        requireWidth(route, from);
        requireResult(route, condition, from, to);
        int pieces = Math.ceilDiv(from.rows(), InferencePass.CAPACITY);
        int bad = NOWHERE;
        usage.beginInference();
        try {
            if (pieces == 1) {
                bad = infer(route, 0, condition, from, to, noise);
            } else {
                bad = IntStream.range(0, pieces)
                        .parallel()
                        .map(piece -> infer(route, piece, condition, from, to, noise))
                        .reduce(NOWHERE, Math::min);
            }
        } finally {
            usage.endInference();
        }
        if (bad != NOWHERE) {
            throw notFinite(what(route), from, bad);
        }
    }

    /**
     * One piece of at most so many rows as a pass can take; no piece depends on another.
     *
     * @return where the first value stands that is not finite: then nothing is computed
     */
    private int infer(
            InferencePass.Route route, int piece, Matrix condition, Matrix from, Matrix to, NoiseSource noise) {
        int first = piece * InferencePass.CAPACITY * from.columns();
        int length = Math.min(InferencePass.CAPACITY * from.columns(), from.values().length - first);
        int bad = Reductions.firstNonFinite(length, from.values(), first);
        if (bad >= 0) {
            return bad;
        }
        InferencePass pass = borrow();
        try {
            pass.run(route, piece, condition, from, to, noise);
        } finally {
            giveBack(pass);
        }
        return NOWHERE;
    }

    private void requireResult(InferencePass.Route route, Matrix condition, Matrix from, Matrix to) {
        int width = route == InferencePass.Route.ENCODE ? codings : inputs;
        if (to.rows() != from.rows() || to.columns() != width) {
            String what = route == InferencePass.Route.ENCODE
                    ? "codings"
                    : route == InferencePass.Route.DECODE ? "images" : "reconstructions";
            throw new IllegalArgumentException(what + " must be " + from.rows() + " × " + width
                    + " to hold the result of " + name + ", was " + to.rows() + " × " + to.columns());
        }
        if (to.values() == from.values() || to.values() == condition.values()) {
            throw new IllegalArgumentException("the result must not be written over what it is computed from");
        }
    }

    /**
     * Every value of the encoder.
     *
     * @param images B × the input's width
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> encoderValues(Matrix images) {
        return values(InferencePass.Route.ENCODE, images, NoiseSource.NONE);
    }

    /**
     * Every value of the encoder as in training.
     *
     * @param images B × the input's width
     * @param seed of the noise
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> encoderValues(Matrix images, long seed) {
        return values(InferencePass.Route.ENCODE, images, new SeededNoise(seed));
    }

    /**
     * Every value of the decoder.
     *
     * @param ofCodings B × the codings' width
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> decoderValues(Matrix ofCodings) {
        return values(InferencePass.Route.DECODE, ofCodings, NoiseSource.NONE);
    }

    /**
     * Every value of the decoder as in training.
     *
     * @param ofCodings B × the codings' width
     * @param seed of the noise
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> decoderValues(Matrix ofCodings, long seed) {
        return values(InferencePass.Route.DECODE, ofCodings, new SeededNoise(seed));
    }

    private List<Matrix> values(InferencePass.Route route, Matrix from, NoiseSource noise) {
        requireUnconditioned(route);
        return valuesOn(route, NO_CONDITION, from, noise);
    }

    /** Every value of a part, on a condition for each row, on one that holds for all, or on none. */
    final List<Matrix> valuesOn(InferencePass.Route route, Matrix condition, Matrix from, NoiseSource noise) {
        requireInput(route, from);
        usage.beginInference();
        InferencePass pass = borrow();
        try {
            return pass.values(route, from, condition, noise);
        } finally {
            giveBack(pass);
            usage.endInference();
        }
    }

    private void requireInput(InferencePass.Route route, Matrix from) {
        requireWidth(route, from);
        requireFinite(what(route), from);
    }

    private void requireWidth(InferencePass.Route route, Matrix from) {
        int width = route == InferencePass.Route.DECODE ? codings : inputs;
        if (from.columns() != width) {
            throw new IllegalArgumentException(
                    what(route) + " must have rows of " + width + " values for " + name + ", has " + from.columns());
        }
    }

    /** What a route begins with. */
    private static String what(InferencePass.Route route) {
        return route == InferencePass.Route.DECODE ? "codings" : "images";
    }

    static void requireFinite(String what, Matrix matrix) {
        int bad = Reductions.firstNonFinite(matrix.values().length, matrix.values(), 0);
        if (bad >= 0) {
            throw notFinite(what, matrix, bad);
        }
    }

    private static IllegalArgumentException notFinite(String what, Matrix matrix, int bad) {
        int width = matrix.columns();
        return new IllegalArgumentException(what + " must be finite, is " + matrix.values()[bad] + " at row "
                + bad / width + ", column " + bad % width);
    }

    private InferencePass borrow() {
        for (int i = 0; i < idle.length(); i++) {
            InferencePass pass = idle.getPlain(i) == null ? null : idle.getAndSet(i, null);
            if (pass != null) {
                return pass;
            }
        }
        return inferencePass();
    }

    private void giveBack(InferencePass pass) {
        for (int i = 0; i < idle.length(); i++) {
            if (idle.compareAndSet(i, null, pass)) {
                return;
            }
        }
    }

    @Override
    public final Matrix parameter(String parameter) {
        return matrix(find(parameter));
    }

    @Override
    public final Map<String, Matrix> parameters() {
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        parameters.forEach(parameter -> matrices.put(parameter.name(), matrix(parameter)));
        return matrices;
    }

    @Override
    public final void setParameter(String parameter, Matrix values) {
        Parameter found = find(parameter);
        if (values.rows() != found.rows() || values.columns() != found.columns()) {
            throw new IllegalArgumentException(parameter + " must be " + found.rows() + " × " + found.columns()
                    + ", was " + values.rows() + " × " + values.columns());
        }
        usage.beginTraining();
        try {
            System.arraycopy(values.values(), 0, found.values(), 0, found.values().length);
            provenance = Provenance.UNKNOWN;
        } finally {
            usage.endTraining();
        }
    }

    private static Matrix matrix(Parameter parameter) {
        return Matrix.wrap(
                parameter.rows(), parameter.columns(), parameter.values().clone());
    }

    final Parameter find(String parameter) {
        for (Parameter candidate : parameters) {
            if (candidate.name().equals(parameter)) {
                return candidate;
            }
        }
        throw new NoSuchElementException("no parameter \"" + parameter + "\", there are "
                + parameters.stream().map(Parameter::name).toList());
    }
}
