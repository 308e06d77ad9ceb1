package dev.lanewise.processor;

/** Declarations that several tests compile. */
final class Declarations {

    static final String IMPORTS = """
            import static dev.lanewise.layer.Activation.*;
            import dev.lanewise.*;
            import dev.lanewise.layer.*;
            """;

    static final String DROPOUT_DENOISER = """
            package demo;

            import static dev.lanewise.layer.Activation.RELU;

            import dev.lanewise.Autoencoder;
            import dev.lanewise.Decoder;
            import dev.lanewise.Encoder;
            import dev.lanewise.Loss;
            import dev.lanewise.Tensor;
            import dev.lanewise.layer.Dense;
            import dev.lanewise.layer.Dropout;

            @Autoencoder(input = {28, 28}, loss = Loss.MSE)
            public interface DropoutDenoiser {

                @Encoder
                interface Recognition {
                    @Dropout(0.5)
                    Tensor corrupted(Tensor input);

                    @Dense(units = 100, activation = RELU)
                    Tensor hidden1(Tensor corrupted);

                    @Dense(units = 30, activation = RELU)
                    Tensor codings(Tensor hidden1);
                }

                @Decoder
                interface Generation {
                    @Dense(units = 100, activation = RELU)
                    Tensor hidden1(Tensor codings);

                    @Dense(units = 28 * 28)
                    Tensor output(Tensor hidden1);
                }
            }
            """;

    /** All that the dropout denoiser leaves out. */
    static final String FAMILY = """
            package demo;

            import static dev.lanewise.layer.Activation.RELU;
            import static dev.lanewise.layer.Activation.SIGMOID;

            import dev.lanewise.*;
            import dev.lanewise.layer.*;

            @Autoencoder(input = {28, 28})
            public interface Family {

                @Encoder
                interface Recognition {
                    @GaussianNoise(0.2)
                    Tensor corrupted(Tensor input);

                    @Dense(units = 100, activation = SIGMOID)
                    Tensor hidden(Tensor corrupted);

                    @KlSparsity(weight = 5e-3, target = 0.1)
                    Tensor sparse(Tensor hidden);

                    @Dense(units = 10)
                    Tensor mean(Tensor sparse);

                    @Dense(units = 10)
                    Tensor logVariance(Tensor sparse);

                    @Sampling
                    Tensor codings(Tensor mean, Tensor logVariance);
                }

                @Decoder
                interface Generation {
                    @DenseTransposed(of = "mean", activation = RELU)
                    Tensor hidden(Tensor codings);

                    @ActivityRegularization(l1 = 1e-4)
                    Tensor small(Tensor hidden);

                    @DenseTransposed(of = "hidden")
                    Tensor output(Tensor small);
                }
            }
            """;

    /** A graph that is no chain, with a condition in both parts. */
    static final String CONDITIONAL = """
            package demo;

            import static dev.lanewise.layer.Activation.RELU;

            import dev.lanewise.*;
            import dev.lanewise.layer.*;

            @Autoencoder(input = {28, 28}, condition = 10)
            public interface Conditional {

                @Encoder
                interface Recognition {
                    @Concat
                    Tensor given(Tensor input, Tensor condition);

                    @Dense(units = 100, activation = RELU)
                    Tensor hidden(Tensor given);

                    @Dense(units = 10)
                    Tensor mean(Tensor hidden);

                    @Dense(units = 10)
                    Tensor logVariance(Tensor hidden);

                    @Sampling
                    Tensor codings(Tensor mean, Tensor logVariance);
                }

                @Decoder
                interface Generation {
                    @Concat
                    Tensor given(Tensor codings, Tensor condition);

                    @Dense(units = 100, activation = RELU)
                    Tensor hidden1(Tensor given);

                    @Dense(units = 100, activation = RELU)
                    Tensor hidden2(Tensor hidden1);

                    @Add
                    Tensor skipped(Tensor hidden1, Tensor hidden2);

                    @Dense(units = 28 * 28)
                    Tensor output(Tensor skipped);
                }
            }
            """;

    /** Functions of the user's own, one of each kind. */
    static final String SKETCH = """
            package demo;

            import static dev.lanewise.function.Functions.*;

            import dev.lanewise.*;
            import dev.lanewise.function.*;
            import dev.lanewise.layer.*;

            @Autoencoder(input = {28, 28}, lossBy = "charbonnier")
            public interface Sketch {

                @Elementwise
                static float mish(float x) {
                    return x * tanh(softplus(x));
                }

                @Elementwise
                static float bump(float x) {
                    return exp(-x * x);
                }

                @Elementwise
                static float bent(float x) {
                    if (x < -1) {
                        return 0.1f * x;
                    }
                    float rise = x + 0.9f;
                    return x > 2 ? 3 * rise : rise * rise;
                }

                @Elementwise
                static float charbonnier(float prediction, float target) {
                    float difference = prediction - target;
                    return sqrt(difference * difference + 1e-6f);
                }

                @Rowwise
                static float hoyer(float a) {
                    float magnitude = sum(abs(a));
                    return magnitude * magnitude / (sum(a * a) + 1e-6f);
                }

                @Encoder
                interface Recognition {
                    @Dense(units = 100, activationBy = "mish")
                    Tensor hidden1(Tensor input);

                    @Dense(units = 50, activationBy = "bump")
                    Tensor hidden2(Tensor hidden1);

                    @Dense(units = 30, activationBy = "bent")
                    Tensor hidden3(Tensor hidden2);

                    @Penalty(by = "hoyer", weight = 1e-3)
                    Tensor codings(Tensor hidden3);
                }

                @Decoder
                interface Generation {
                    @Dense(units = 28 * 28)
                    Tensor output(Tensor codings);
                }
            }
            """;

    private Declarations() {}

    /** A model called Sample of a package demo. */
    static String model(String autoencoder, String encoder, String decoder) {
        return """
                package demo;

                %s
                @Autoencoder(%s)
                public interface Sample {
                    @Encoder interface Recognition {
                %s
                    }
                    @Decoder interface Generation {
                %s
                    }
                }
                """.formatted(
                        IMPORTS,
                        autoencoder,
                        encoder.indent(8).stripTrailing(),
                        decoder.indent(8).stripTrailing());
    }

    /** The same with functions of its own. */
    static String model(String autoencoder, String functions, String encoder, String decoder) {
        return model(autoencoder, encoder, decoder)
                .replace(
                        IMPORTS,
                        "import static dev.lanewise.function.Functions.*;\n" + IMPORTS.stripTrailing()
                                + "\nimport dev.lanewise.function.*;\n")
                .replace("public interface Sample {\n", "public interface Sample {\n" + functions.indent(4));
    }
}
