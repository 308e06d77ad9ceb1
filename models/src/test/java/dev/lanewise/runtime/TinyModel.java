package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.layer.Initializer;
import dev.lanewise.training.UpdateRule;
import java.io.IOException;
import java.nio.file.Path;

/** 12 → 5 tanh → 12 behind dropout, written by hand as the compiler would: the runtime's tests need no compiler. */
final class TinyModel extends CompiledModel {

    static final int INPUTS = 12;
    static final int CODINGS = 5;

    private final Parameter codingsWeight = weight("coder.codings.weight", INPUTS, CODINGS, Initializer.GLOROT_UNIFORM);
    private final Parameter codingsBias = bias("coder.codings.bias", CODINGS);
    private final Parameter outputWeight = weight("decoder.output.weight", CODINGS, INPUTS, Initializer.HE_NORMAL);
    private final Parameter outputBias = bias("decoder.output.bias", INPUTS);

    private TinyModel() {
        super("Tiny", "tiny\n", INPUTS, CODINGS);
    }

    static TinyModel create(long seed) {
        TinyModel model = new TinyModel();
        model.initialize(seed);
        return model;
    }

    static TinyModel load(Path file) throws IOException {
        TinyModel model = new TinyModel();
        model.read(file);
        return model;
    }

    @Override
    public String summary() {
        return "written by hand\n";
    }

    @Override
    protected CompiledModel blank() {
        return new TinyModel();
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
        private final Buffer output = values("decoder.output", INPUTS);
        private final Buffer codingsGradient = gradient(CODINGS);
        private final Buffer outputGradient = gradient(INPUTS);
        private final Figure reconstruction = loss("mse", INPUTS);

        Training(int batchSize) {
            super(batchSize, INPUTS);
        }

        @Override
        protected void forward(Worker worker) {
            Forward.dropout(worker, 1, 0.25f, input, corrupted);
            Forward.dense(worker, corrupted, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
            Forward.dense(worker, codings, outputWeight, outputBias, ActivationFunction.LINEAR, output);
        }

        @Override
        protected void backward(Worker worker) {
            Backward.loss(worker, LossFunction.MSE, output, input, reconstruction, outputGradient);
            Backward.dense(worker, outputGradient, outputWeight, codingsGradient);
            Backward.activation(worker, ActivationFunction.TANH, codings, codingsGradient);
        }

        @Override
        protected void update(Worker worker, UpdateRule rule) {
            Update.dense(worker, rule, corrupted, codingsGradient, codingsWeight, codingsBias);
            Update.dense(worker, rule, codings, outputGradient, outputWeight, outputBias);
        }

        @Override
        protected void validate(Worker worker) {
            Forward.dense(worker, input, codingsWeight, codingsBias, ActivationFunction.TANH, codings);
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
