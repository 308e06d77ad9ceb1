package dev.lanewise.proof;

import dev.lanewise.Matrix;
import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.layer.Initializer;
import dev.lanewise.runtime.Backward;
import dev.lanewise.runtime.Buffer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.runtime.Figure;
import dev.lanewise.runtime.Forward;
import dev.lanewise.runtime.InferencePass;
import dev.lanewise.runtime.Parameter;
import dev.lanewise.runtime.TrainingPass;
import dev.lanewise.runtime.Update;
import dev.lanewise.runtime.Worker;
import dev.lanewise.training.UpdateRule;
import java.io.IOException;
import java.nio.file.Path;

/** 12 → 5 tanh → 12 behind dropout, written by hand as the compiler would, and wrong in some way if asked to. */
final class HandWrittenModel extends CompiledModel {

    /** A way to be wrong. */
    enum Flaw {
        NONE,
        NO_DERIVATIVE,
        RATE,
        THREADS,
        BATCH,
        VALIDATION,
        LOAD
    }

    private static final int INPUTS = 12;
    private static final int CODINGS = 5;

    private final Parameter codingsWeight = weight("coder.codings.weight", INPUTS, CODINGS, Initializer.GLOROT_UNIFORM);
    private final Parameter codingsBias = bias("coder.codings.bias", CODINGS);
    private final Parameter outputWeight = weight("maker.output.weight", CODINGS, INPUTS, Initializer.HE_NORMAL);
    private final Parameter outputBias = bias("maker.output.bias", INPUTS);
    private final Flaw flaw;

    private HandWrittenModel(Flaw flaw) {
        super("HandWritten", """
                autoencoder input=12 loss=mse
                coder.corrupted = dropout(input) rate=0.25
                coder.codings = dense(coder.corrupted) units=5 activation=tanh
                maker.output = dense(coder.codings) units=12 activation=linear
                """, INPUTS, CODINGS);
        this.flaw = flaw;
    }

    public static HandWrittenModel create(long seed) {
        return create(seed, Flaw.NONE);
    }

    static HandWrittenModel create(long seed, Flaw flaw) {
        HandWrittenModel model = new HandWrittenModel(flaw);
        model.initialize(seed);
        return model;
    }

    public static HandWrittenModel load(Path file) throws IOException {
        HandWrittenModel model = new HandWrittenModel(Flaw.NONE);
        model.read(file);
        return model;
    }

    public Coder coder(Matrix images) {
        var values = encoderValues(images);
        return new Coder(values.get(0), values.get(1));
    }

    public Maker maker(Matrix codings) {
        return new Maker(decoderValues(codings).getFirst());
    }

    public record Coder(Matrix corrupted, Matrix codings) {}

    public record Maker(Matrix output) {}

    @Override
    public String summary() {
        return "written by hand\n";
    }

    @Override
    protected CompiledModel blank() {
        return new HandWrittenModel(flaw);
    }

    @Override
    protected TrainingPass trainingPass(int batchSize) {
        return new Training(batchSize);
    }

    @Override
    protected InferencePass inferencePass() {
        return new Inference();
    }

    private final class Training extends TrainingPass {

        private final Buffer corrupted = values("coder.corrupted", INPUTS);
        private final Buffer codings = values("coder.codings", CODINGS);
        private final Buffer output = values("maker.output", INPUTS);
        private final Buffer codingsGradient = gradient(CODINGS);
        private final Buffer outputGradient = gradient(INPUTS);
        private final Figure reconstruction = loss("mse", INPUTS);

        Training(int batchSize) {
            super(batchSize, INPUTS);
        }

        @Override
        protected void forward(Worker worker) {
            Forward.dropout(worker, 1, flaw == Flaw.RATE ? 0.3f : 0.25f, input, corrupted);
            Forward.dense(worker, corrupted, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
            if (flaw == Flaw.THREADS && worker.from() > 0) {
                codings.data()[codings.offset(worker.from())] += 1e-6f;
            }
            Forward.dense(worker, codings, outputWeight, outputBias, ActivationFunction.LINEAR, output);
        }

        @Override
        protected void backward(Worker worker) {
            Backward.loss(worker, LossFunction.MSE, output, input, reconstruction, outputGradient);
            Backward.dense(worker, outputGradient, outputWeight, codingsGradient);
            if (flaw != Flaw.NO_DERIVATIVE) {
                Backward.activation(worker, ActivationFunction.TANH, codings, codingsGradient);
            }
        }

        @Override
        protected void update(Worker worker, UpdateRule rule) {
            Update.dense(worker, rule, corrupted, codingsGradient, codingsWeight, codingsBias);
            Update.dense(worker, rule, codings, outputGradient, outputWeight, outputBias);
        }

        @Override
        protected void validate(Worker worker) {
            Buffer from = flaw == Flaw.VALIDATION ? corrupted : input;
            Forward.dense(worker, from, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
            Forward.dense(worker, codings, outputWeight, outputBias, ActivationFunction.LINEAR, output);
            Forward.loss(worker, LossFunction.MSE, output, input, reconstruction);
        }
    }

    private final class Inference extends InferencePass {

        private final Buffer corrupted = values(INPUTS);

        Inference() {
            super(INPUTS, CODINGS);
            encoderValues(corrupted, codings);
            decoderValues(output);
        }

        @Override
        protected void encode(Worker worker) {
            Forward.dense(worker, input, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
            if (flaw == Flaw.BATCH) {
                codings.data()[codings.offset(0)] = Math.nextUp(codings.data()[codings.offset(0)]);
            }
        }

        @Override
        protected void encodeWithNoise(Worker worker) {
            Forward.dropout(worker, 1, 0.25f, input, corrupted);
            Forward.dense(worker, corrupted, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
        }

        @Override
        protected void decode(Worker worker) {
            Forward.dense(worker, codings, outputWeight, outputBias, ActivationFunction.LINEAR, output);
        }
    }
}
