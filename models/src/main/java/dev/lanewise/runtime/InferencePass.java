package dev.lanewise.runtime;

import dev.lanewise.Matrix;
import java.util.List;

/**
 * The inference of a model for up to {@value #CAPACITY} rows at a time, with the buffers it needs, allocated once. A
 * generated class fills in the computations as straight-line code. Used by one thread at a time.
 */
public abstract class InferencePass {

    /** The most rows of one pass; larger matrices are worked off in pieces. */
    static final int CAPACITY = 256;

    /** The rows to encode: B × the input's width. */
    protected final Buffer input;

    /** The encoder's result, and the decoder's input: B × the width of the codings. */
    protected final Buffer codings;

    /** The decoder's result: B × the input's width. */
    protected final Buffer output;

    /** The conditions: B × their width, 0 in a model without. */
    protected final Buffer condition;

    /** What a call computes. */
    enum Route {
        ENCODE,
        DECODE,
        RECONSTRUCT
    }

    private final Worker worker = Worker.alone(NoiseSource.NONE);
    private List<Buffer> encoderValues = List.of();
    private List<Buffer> decoderValues = List.of();

    /**
     * Allocates the ends of the pass.
     *
     * @param inputs the width of the input and of the output
     * @param codings the width of the codings
     */
    protected InferencePass(int inputs, int codings) {
        this(inputs, codings, 0);
    }

    /**
     * Allocates the ends of the pass of a model with a condition.
     *
     * @param inputs the width of the input and of the output
     * @param codings the width of the codings
     * @param conditions the width of the condition
     */
    protected InferencePass(int inputs, int codings, int conditions) {
        this.condition = values(conditions);
        this.input = values(inputs);
        this.codings = values(codings);
        this.output = values(inputs);
    }

    /**
     * Allocates the values of a layer.
     *
     * @param columns its width
     * @return the buffer, B × columns
     */
    protected final Buffer values(int columns) {
        return new Buffer(CAPACITY, columns);
    }

    /**
     * Says where the values of the encoder's layers are after {@link #encodeWithNoise}.
     *
     * @param values one buffer per layer, in the order of computation
     */
    protected final void encoderValues(Buffer... values) {
        encoderValues = List.of(values);
    }

    /**
     * Says where the values of the decoder's layers are after {@link #decodeWithNoise}.
     *
     * @param values one buffer per layer, in the order of computation
     */
    protected final void decoderValues(Buffer... values) {
        decoderValues = List.of(values);
    }

    /**
     * Computes {@link #codings} from {@link #input}.
     *
     * @param worker whose rows
     */
    protected abstract void encode(Worker worker);

    /**
     * Computes {@link #output} from {@link #codings}.
     *
     * @param worker whose rows
     */
    protected abstract void decode(Worker worker);

    /**
     * Computes every value of the encoder, with the worker's noise in the noise layers.
     *
     * @param worker whose rows
     */
    protected void encodeWithNoise(Worker worker) {
        encode(worker);
    }

    /**
     * Computes every value of the decoder, with the worker's noise in the noise layers.
     *
     * @param worker whose rows
     */
    protected void decodeWithNoise(Worker worker) {
        decode(worker);
    }

    /** Computes a piece of the result, rows [piece·CAPACITY, …), from the same rows of a matrix. */
    final void run(Route route, int piece, Matrix conditions, Matrix from, Matrix to, NoiseSource noise) {
        boolean noisy = noise != NoiseSource.NONE;
        Worker performer = noisy ? Worker.alone(noise) : worker;
        int first = piece * CAPACITY;
        int count = Math.min(CAPACITY, from.rows() - first);
        performer.take(count, 0, piece);
        bindCondition(conditions, from.rows(), first, count);
        Buffer start = route == Route.DECODE ? codings : input;
        start.bind(from.values(), first * start.columns());
        Buffer end = route == Route.ENCODE ? codings : output;
        end.bind(to.values(), first * end.columns());
        try {
            perform(route, performer, noisy);
        } finally {
            unbind();
        }
    }

    /** The condition of some rows out of all: one for each, or one that holds for all. */
    private void bindCondition(Matrix conditions, int rows, int first, int count) {
        if (conditions.rows() == 1 && rows > 1) {
            condition.repeat(conditions.values(), count);
        } else {
            condition.bind(conditions.values(), first * condition.columns());
        }
    }

    private void perform(Route route, Worker performer, boolean noisy) {
        if (route != Route.DECODE) {
            if (noisy) {
                encodeWithNoise(performer);
            } else {
                encode(performer);
            }
        }
        if (route != Route.ENCODE) {
            if (noisy) {
                decodeWithNoise(performer);
            } else {
                decode(performer);
            }
        }
    }

    /** Computes every value of the encoder or the decoder, one matrix per layer. */
    final List<Matrix> values(Route route, Matrix from, Matrix conditions, NoiseSource noise) {
        int rows = from.rows();
        boolean encodes = route == Route.ENCODE;
        Buffer start = encodes ? input : codings;
        List<Buffer> values = encodes ? encoderValues : decoderValues;
        List<Matrix> matrices = values.stream()
                .map(value -> Matrix.zeros(rows, value.columns()))
                .toList();
        Worker performer = Worker.alone(noise);
        for (int first = 0; first < rows; first += CAPACITY) {
            int count = Math.min(CAPACITY, rows - first);
            performer.take(count, 0, first / CAPACITY);
            start.bind(from.values(), first * start.columns());
            bindCondition(conditions, rows, first, count);
            perform(route, performer, true);
            for (int i = 0; i < values.size(); i++) {
                copy(count, values.get(i), matrices.get(i), first);
            }
        }
        unbind();
        return matrices;
    }

    private static void copy(int rows, Buffer from, Matrix to, int first) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from.data(), from.offset(row), to.values(), (first + row) * to.columns(), to.columns());
        }
    }

    private void unbind() {
        input.unbind();
        condition.unbind();
        codings.unbind();
        output.unbind();
    }
}
