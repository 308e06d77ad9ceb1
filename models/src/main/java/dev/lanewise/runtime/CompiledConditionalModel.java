package dev.lanewise.runtime;

import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.runtime.InferencePass.Route;
import java.util.List;

/** What generated models with a condition have in common beyond {@link CompiledModel}. */
public abstract class CompiledConditionalModel extends CompiledModel implements ConditionalAutoencoderModel {

    private final int conditions;
    private final Conditioned conditioned;

    /**
     * Creates a model whose parameters are all zero.
     *
     * @param name the declared type's simple name
     * @param structure the canonical text of its structure
     * @param inputs the width of the input
     * @param codings the width of the codings
     * @param conditions the width of the condition
     * @param conditioned which part takes it
     */
    protected CompiledConditionalModel(
            String name, String structure, int inputs, int codings, int conditions, Conditioned conditioned) {
        super(name, structure, inputs, codings, conditions);
        this.conditions = conditions;
        this.conditioned = conditioned;
    }

    @Override
    public final int conditionColumns() {
        return conditions;
    }

    @Override
    public final Matrix encode(Matrix images, Matrix condition) {
        return inferOn(Route.ENCODE, checked(images, condition), images, NoiseSource.NONE);
    }

    @Override
    public final void encodeInto(Matrix images, Matrix condition, Matrix toCodings) {
        inferInto(Route.ENCODE, checked(images, condition), images, toCodings, NoiseSource.NONE);
    }

    @Override
    public final Matrix encode(Matrix images, Matrix condition, long seed) {
        return inferOn(Route.ENCODE, checked(images, condition), images, new SeededNoise(seed));
    }

    @Override
    public final Matrix decode(Matrix ofCodings, Matrix condition) {
        return inferOn(Route.DECODE, checked(ofCodings, condition), ofCodings, NoiseSource.NONE);
    }

    @Override
    public final void decodeInto(Matrix ofCodings, Matrix condition, Matrix toImages) {
        inferInto(Route.DECODE, checked(ofCodings, condition), ofCodings, toImages, NoiseSource.NONE);
    }

    @Override
    public final Matrix reconstruct(Matrix images, Matrix condition) {
        return inferOn(Route.RECONSTRUCT, checked(images, condition), images, NoiseSource.NONE);
    }

    @Override
    public final void reconstructInto(Matrix images, Matrix condition, Matrix reconstructions) {
        inferInto(Route.RECONSTRUCT, checked(images, condition), images, reconstructions, NoiseSource.NONE);
    }

    @Override
    public final Matrix reconstruct(Matrix images, Matrix condition, long seed) {
        return inferOn(Route.RECONSTRUCT, checked(images, condition), images, new SeededNoise(seed));
    }

    /**
     * Every value of an encoder that takes the condition.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> encoderValues(Matrix images, Matrix condition) {
        return valuesOn(Route.ENCODE, checked(images, condition), images, NoiseSource.NONE);
    }

    /**
     * Every value of an encoder that takes the condition, as in training.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @param seed of the noise
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> encoderValues(Matrix images, Matrix condition, long seed) {
        return valuesOn(Route.ENCODE, checked(images, condition), images, new SeededNoise(seed));
    }

    /**
     * Every value of a decoder that takes the condition.
     *
     * @param ofCodings B × the codings' width
     * @param condition B × the condition's width, or one row
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> decoderValues(Matrix ofCodings, Matrix condition) {
        return valuesOn(Route.DECODE, checked(ofCodings, condition), ofCodings, NoiseSource.NONE);
    }

    /**
     * Every value of a decoder that takes the condition, as in training.
     *
     * @param ofCodings B × the codings' width
     * @param condition B × the condition's width, or one row
     * @param seed of the noise
     * @return one matrix per layer, in the order of computation
     */
    protected final List<Matrix> decoderValues(Matrix ofCodings, Matrix condition, long seed) {
        return valuesOn(Route.DECODE, checked(ofCodings, condition), ofCodings, new SeededNoise(seed));
    }

    @Override
    final void requireUnconditioned(Route route) {
        boolean free = route == Route.ENCODE && conditioned == Conditioned.DECODER
                || route == Route.DECODE && conditioned == Conditioned.ENCODER;
        if (!free) {
            throw new IllegalArgumentException("condition must be given, " + conditions + " values for each row of "
                    + (route == Route.DECODE ? "codings" : "images") + ": " + name() + " takes one");
        }
    }

    /** A condition for each row, or one that holds for all. */
    private Matrix checked(Matrix of, Matrix condition) {
        if (condition.columns() != conditions) {
            throw new IllegalArgumentException("condition must have rows of " + conditions + " values for " + name()
                    + ", has " + condition.columns());
        }
        if (condition.rows() != of.rows() && condition.rows() != 1) {
            throw new IllegalArgumentException("condition must have " + of.rows()
                    + " rows, one for each other row, or a single one, has " + condition.rows());
        }
        requireFinite("condition", condition);
        return condition;
    }
}
