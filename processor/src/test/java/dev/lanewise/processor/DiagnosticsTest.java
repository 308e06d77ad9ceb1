package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.check.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One wrong declaration per way to be wrong: one error, at its line, with its key and its text, and nothing else on the
 * screen although a class beside it uses the generated one.
 */
class DiagnosticsTest {

    /**
     * A wrong model.
     *
     * @param mistake what is wrong with it
     * @param text what is said after the key
     * @param source with {@code // HERE} on the line of the error
     */
    record Wrong(Mistake mistake, String text, String source) {
        /** The same with the marker at the end of a line. */
        Wrong at(String line) {
            return new Wrong(mistake, text, source.replace(line + "\n", line + " // HERE\n"));
        }

        @Override
        public String toString() {
            return mistake.key() + ": " + text.lines().findFirst().orElse("");
        }
    }

    private static final String USER = """
            package demo;
            class User {
                User() {}
                void use(dev.lanewise.Matrix images) throws java.io.IOException {
                    SampleModel model = SampleModel.create(1);
                    SampleModel.load(java.nio.file.Path.of("file"));
                    model.reconstruct(images);
                }
            }
            """;

    private static final String DOWN = "@Dense(units = 3) Tensor codings(Tensor input);";
    private static final String UP = "@Dense(units = 6) Tensor output(Tensor codings);";

    private static Wrong wrong(Mistake mistake, String text, String source) {
        return new Wrong(mistake, text, source);
    }

    static Wrong encoder(Mistake mistake, String text, String encoder) {
        return wrong(mistake, text, Declarations.model("input = 6", encoder, UP));
    }

    private static Wrong decoder(Mistake mistake, String text, String decoder) {
        return wrong(mistake, text, Declarations.model("input = 6", DOWN, decoder));
    }

    private static Wrong autoencoder(Mistake mistake, String text, String autoencoder) {
        return wrong(mistake, text, Declarations.model(autoencoder, DOWN, UP));
    }

    static Wrong type(Mistake mistake, String text, String type) {
        return wrong(mistake, text, "package demo;\n" + Declarations.IMPORTS + type);
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(
                        names(),
                        values(),
                        penalties(),
                        ties(),
                        methods(),
                        FunctionMistakes.wrongs(),
                        DeclarationMistakes.wrongs(),
                        graphs(),
                        merges(),
                        inputs(),
                        conditions(),
                        parts(),
                        models())
                .flatMap(wrongs -> wrongs);
    }

    private static Stream<Wrong> names() {
        return Stream.of(
                encoder(
                        Mistake.UNKNOWN_NAME,
                        "codings takes \"hiden\", which is no value of the encoder; did you mean \"hidden\"?",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Dense(units = 3) Tensor codings(Tensor hiden); // HERE
                        """),
                encoder(
                        Mistake.UNKNOWN_NAME,
                        "codings takes \"image\", which is no value of the encoder; there is input",
                        """
                        @Dense(units = 3) Tensor codings(
                                Tensor image); // HERE
                        """),
                decoder(
                        Mistake.UNKNOWN_NAME,
                        "output takes \"input\", which is no value of the decoder; there are codings, hidden",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor codings);
                        @Dense(units = 6) Tensor output(Tensor input); // HERE
                        """),
                encoder(
                        Mistake.NAME_TWICE,
                        "Recognition declares the value hidden a second time; values of a part need different names",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Dense(units = 4) Tensor hidden(Tensor input, Tensor other); // HERE
                        @Dense(units = 3) Tensor codings(Tensor hidden);
                        """.replace("input, Tensor other", "input, Tensor hidden")),
                encoder(
                        Mistake.NAME_RESERVED,
                        "a layer cannot be called input: it names the model's input; choose another name",
                        """
                        @Dense(units = 3) Tensor codings(Tensor input);
                        @Dense(units = 4) Tensor input(Tensor codings); // HERE
                        """),
                decoder(
                        Mistake.NAME_RESERVED,
                        "a layer cannot be called codings: in a decoder it names the encoder's result; choose another name",
                        """
                        @Dense(units = 4) Tensor codings(Tensor codings); // HERE
                        @Dense(units = 6) Tensor output(Tensor codings);
                        """),
                encoder(
                        Mistake.NAME_RESERVED,
                        "a layer cannot be called hashCode: every Java object has a method of that name; choose another name",
                        """
                        @Dense(units = 4) Tensor hashCode(Tensor input); // HERE
                        @Dense(units = 3) Tensor codings(Tensor hashCode);
                        """),
                encoder(
                                Mistake.RESULT_MISSING,
                                "the encoder Recognition computes no \"codings\"; did you mean it by \"coding\"?",
                                "@Dense(units = 4) Tensor coding(Tensor input);")
                        .at("interface Recognition {"),
                decoder(
                                Mistake.RESULT_MISSING,
                                "the decoder Generation computes no \"output\"; call its last layer, \"image\", so",
                                "@Dense(units = 6) Tensor image(Tensor codings);")
                        .at("interface Generation {"),
                decoder(
                                Mistake.RESULT_MISSING,
                                "the decoder Generation computes no \"output\"; declare a layer of that name",
                                "")
                        .at("interface Generation {"));
    }

    private static Stream<Wrong> values() {
        return Stream.of(
                autoencoder(
                        Mistake.INPUT_EMPTY,
                        "the input has no dimensions; write its shape, such as input = {28, 28}",
                        "input = {} /* HERE */"),
                autoencoder(
                        Mistake.INPUT_DIMENSION,
                        "an input dimension must be at least 1, was 0; the nearest is 1",
                        "input = {6,\n 0 /* HERE */}"),
                autoencoder(
                        Mistake.INPUT_DIMENSION,
                        "an input dimension must be at least 1, was -6; the nearest is 1",
                        "loss = Loss.MSE,\n input = -6 /* HERE */"),
                autoencoder(
                        Mistake.INPUT_TOO_LARGE,
                        "an input of 65536 × 65536 has 4294967296 values, more than the 8388607 that a value can have; make the"
                                + " input smaller",
                        "input = {65536, 65536} /* HERE */"),
                autoencoder(
                        Mistake.INPUT_TOO_LARGE,
                        "an input of 2147483647 × 2147483647 × 2147483647 has 2⁶³ or more values, more than the 8388607 that"
                                + " a value can have; make the input smaller",
                        "input = {2147483647, 2147483647, 2147483647} /* HERE */"),
                encoder(Mistake.UNITS, "units must be at least 1, was 0; the nearest is 1", """
                        @Dense(activation = RELU,
                               units = 0) // HERE
                        Tensor codings(Tensor input);
                        """),
                encoder(
                        Mistake.UNITS_TOO_LARGE,
                        "units must be at most 8388607, was 9000000; make the layer smaller",
                        "@Dense(units = 9_000_000) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.WEIGHT_TOO_LARGE,
                        "the weight of codings would be 60000 × 60000 = 3600000000 values, more than the 2147483639 of a Java"
                                + " array; make the layer, or the one before it, smaller",
                        """
                        @Dense(units = 60_000) Tensor hidden(Tensor input);
                        @Dense(units = 60_000) // HERE
                        Tensor codings(Tensor hidden);
                        """),
                encoder(Mistake.RATE, "the rate must be in [0, 1), was 1.5; write a share, such as 0.5", """
                        @Dropout(
                            1.5) // HERE
                        Tensor corrupted(Tensor input);
                        @Dense(units = 3) Tensor codings(Tensor corrupted);
                        """),
                encoder(
                        Mistake.RATE,
                        "the rate must be in [0, 1), was 50.0; did you mean 0.5?",
                        "@Dropout(50) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.RATE,
                        "the rate must be in [0, 1), was 1.0; write a share, such as 0.5",
                        "@Dropout(1) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.RATE,
                        "the rate must be in [0, 1), was 0.999999999; write a share, such as 0.5",
                        "@Dropout(0.999999999) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.RATE,
                        "the rate must be in [0, 1), was NaN; write a share, such as 0.5",
                        "@Dropout(0.0 / 0) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.RATE,
                        "the rate must be in [0, 1), was -0.5; the nearest is 0",
                        "@Dropout(-0.5) Tensor codings(Tensor input); // HERE"));
    }

    private static Stream<Wrong> penalties() {
        String hidden = "@Dense(units = 3, activation = %s) Tensor hidden(Tensor input);\n";
        return Stream.of(
                encoder(
                        Mistake.DEVIATION,
                        "the standard deviation must be at least 0 and finite, was -0.2; did you mean 0.2?",
                        """
                        @GaussianNoise(
                            -0.2) // HERE
                        Tensor corrupted(Tensor input);
                        @Dense(units = 3) Tensor codings(Tensor corrupted);
                        """),
                encoder(
                        Mistake.DEVIATION,
                        "the standard deviation must be at least 0 and finite, was 1.0E39; write a deviation, such as 0.2",
                        "@GaussianNoise(1e39) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.DEVIATION,
                        "the standard deviation must be at least 0 and finite, was NaN; write a deviation, such as 0.2",
                        "@GaussianNoise(0.0 / 0.0) Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.FACTOR,
                        "l2 must be at least 0 and finite, was -1.0E-4; the nearest is 0",
                        hidden.formatted("RELU") + """
                        @ActivityRegularization(l1 = 1e-4,
                            l2 = -1e-4) // HERE
                        Tensor codings(Tensor hidden);
                        """),
                encoder(
                        Mistake.FACTOR,
                        "weight must be at least 0 and finite, was NaN; write a number, such as 1e-4",
                        hidden.formatted("SIGMOID")
                                + "@KlSparsity(weight = 0.0 / 0, target = 0.1) Tensor codings(Tensor hidden); // HERE"),
                encoder(Mistake.FACTOR, "beta must be at least 0 and finite, was -1.0; the nearest is 0", """
                        @Dense(units = 3) Tensor mean(Tensor input);
                        @Dense(units = 3) Tensor logVariance(Tensor input);
                        @Sampling(beta = -1) Tensor codings(Tensor mean, Tensor logVariance); // HERE
                        """),
                encoder(
                        Mistake.TARGET,
                        "the target must be in (0, 1), was 1.2; write a mean activation, such as 0.1",
                        hidden.formatted("SIGMOID") + """
                        @KlSparsity(weight = 1e-3,
                            target = 1.2) // HERE
                        Tensor codings(Tensor hidden);
                        """),
                encoder(
                        Mistake.TARGET,
                        "the target must be in (0, 1), was 10.0; did you mean 0.1?",
                        hidden.formatted("SIGMOID")
                                + "@KlSparsity(weight = 1, target = 10) Tensor codings(Tensor hidden); // HERE"),
                encoder(
                        Mistake.PENALTY_EMPTY,
                        "@ActivityRegularization says neither l1 nor l2, so there is no penalty; write one, such as l1 = 1e-4",
                        hidden.formatted("RELU") + """
                        @ActivityRegularization(per = Per.BATCH) // HERE
                        Tensor codings(Tensor hidden);
                        """),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and hidden is RELU; give it a layer with activation = SIGMOID",
                        hidden.formatted("RELU") + """
                        @KlSparsity(weight = 1e-3, target = 0.1)
                        Tensor codings(Tensor hidden); // HERE
                        """),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and dropped is dropout, which scales them beyond 1; give it"
                                + " a layer with activation = SIGMOID",
                        hidden.formatted("SIGMOID") + """
                        @Dropout(0.5) Tensor dropped(Tensor hidden);
                        @ActivityRegularization(l1 = 1) Tensor small(Tensor dropped);
                        @KlSparsity(weight = 1e-3, target = 0.1) Tensor codings(Tensor small); // HERE
                        """),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and noisy has noise added; give it a layer with activation ="
                                + " SIGMOID",
                        hidden.formatted("SIGMOID") + """
                        @GaussianNoise(0.5) Tensor noisy(Tensor hidden);
                        @KlSparsity(weight = 1e-3, target = 0.1) Tensor codings(Tensor noisy); // HERE
                        """),
                decoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and codings is LINEAR; give it a layer with activation ="
                                + " SIGMOID",
                        """
                        @KlSparsity(weight = 1e-3, target = 0.1) Tensor sparse(Tensor codings); // HERE
                        @Dense(units = 6) Tensor output(Tensor sparse);
                        """),
                encoder(
                        Mistake.SAMPLING_WIDTHS,
                        "@Sampling needs a mean and a logarithm of the variance of one width, but mean has 10 values and"
                                + " logVariance has 8; give both the same units",
                        """
                        @Dense(units = 10) Tensor mean(Tensor input);
                        @Dense(units = 8) Tensor logVariance(Tensor input);
                        @Sampling
                        Tensor codings(
                            Tensor mean,
                            Tensor logVariance); // HERE
                        """),
                encoder(
                        Mistake.PARAMETER_COUNT,
                        "@Sampling takes 2 values, found 1 in codings(mean); declare as many parameters",
                        """
                        @Dense(units = 10) Tensor mean(Tensor input);
                        @Sampling Tensor codings(Tensor mean); // HERE
                        """),
                encoder(
                        Mistake.PENALTY_CONSTANT,
                        "@KlSparsity adds a cost that no training can lower: corrupted depends on no parameter; move it behind"
                                + " a @Dense layer",
                        """
                        @Dropout(0.5) Tensor corrupted(Tensor input);
                        @KlSparsity(weight = 1, target = 0.1) Tensor sparse(Tensor corrupted); // HERE
                        @Dense(units = 3) Tensor codings(Tensor sparse);
                        """),
                encoder(
                        Mistake.PENALTY_CONSTANT,
                        "@Sampling adds a cost that no training can lower: input depends on no parameter; move it behind a"
                                + " @Dense layer",
                        """
                        @Dense(units = 6) Tensor mean(Tensor input);
                        @Sampling Tensor codings(Tensor mean, Tensor input); // HERE
                        """));
    }

    private static Stream<Wrong> ties() {
        return Stream.of(
                decoder(
                        Mistake.TIED_UNKNOWN,
                        "\"coding\" is no layer of the encoder or the decoder; did you mean \"codings\"?",
                        """
                        @DenseTransposed(
                            of = "coding") // HERE
                        Tensor output(Tensor codings);
                        """),
                decoder(
                        Mistake.TIED_UNKNOWN,
                        "\"bottleneck\" is no layer of the encoder or the decoder; dense layers are codings",
                        "@DenseTransposed(of = \"bottleneck\") Tensor output(Tensor codings); // HERE"),
                encoder(
                        Mistake.TIED_UNKNOWN,
                        "\"hidden\" is no layer of the encoder; declare a @Dense layer to share with",
                        "@DenseTransposed(of = \"hidden\") Tensor codings(Tensor input); // HERE"),
                decoder(
                        Mistake.TIED_KIND,
                        "same is @Dropout, which has no weight of its own; name a @Dense layer",
                        """
                        @Dropout(0.1) Tensor same(Tensor codings);
                        @DenseTransposed(of = "same") Tensor output(Tensor same); // HERE
                        """),
                decoder(
                        Mistake.TIED_SHAPE,
                        "output takes B × 5, but the weight of codings, 6 × 3, is 3 × 6 transposed and needs B × 3; tie it to"
                                + " wide, of 5 units",
                        """
                        @Dense(units = 5) Tensor wide(Tensor codings);
                        @DenseTransposed(of = "codings") Tensor output(Tensor wide); // HERE
                        """),
                wrong(
                        Mistake.TIED_SHAPE,
                        "output takes B × 100, but the weight of codings, 100 × 30, is 30 × 100 transposed and needs B × 30;"
                                + " tie it to hidden1, of 100 units",
                        Declarations.model("input = {28, 28}", """
                                @Dense(units = 100) Tensor hidden1(Tensor input);
                                @Dense(units = 30) Tensor codings(Tensor hidden1);
                                """, """
                                @DenseTransposed(of = "codings") Tensor hidden1(Tensor codings);
                                @DenseTransposed(of = "codings", activation = RELU) // HERE
                                Tensor output(Tensor hidden1);
                                """)),
                encoder(
                        Mistake.TIED_SHAPE,
                        "codings takes B × 6, but the weight of hidden, 6 × 4, is 4 × 6 transposed and needs B × 4; tie it to a"
                                + " layer of 6 units",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @DenseTransposed(of = "hidden") Tensor wide(Tensor hidden);
                        @DenseTransposed(of = "hidden") Tensor codings(Tensor wide); // HERE
                        """),
                decoder(
                        Mistake.TIED_CYCLE,
                        "the width of wide follows from the weight of narrow, whose rows follow from the width of wide; tie"
                                + " it to a layer whose input has a width of its own",
                        """
                        @DenseTransposed(of = "narrow") Tensor wide(Tensor codings); // HERE
                        @Dropout(0.5) Tensor fewer(Tensor wide);
                        @Dense(units = 3) Tensor narrow(Tensor fewer);
                        @Dense(units = 6) Tensor output(Tensor narrow);
                        """),
                decoder(
                        Mistake.OUTPUT_WIDTH,
                        "output has 3 values, but the input has 6: codings 3 → wide 6 → narrow 6 → output 3; tie it to a"
                                + " layer that takes 6 values",
                        """
                        @Dense(units = 6) Tensor wide(Tensor codings);
                        @Dense(units = 6) Tensor narrow(Tensor wide);
                        @DenseTransposed(of = "wide") // HERE
                        Tensor output(Tensor narrow);
                        """));
    }

    private static Stream<Wrong> methods() {
        return Stream.of(
                encoder(
                        Mistake.LAYER_MISSING,
                        "hidden has no layer annotation, so nothing says what it computes; add one, such as @Dense(units = 100)",
                        """
                        Tensor hidden(Tensor input); // HERE
                        @Dense(units = 3) Tensor codings(Tensor hidden);
                        """),
                encoder(
                        Mistake.LAYER_TWICE,
                        "codings has @Dense and @Dropout: a method is one layer; keep one, and declare another method for the"
                                + " other",
                        """
                        @Dense(units = 3)
                        @Dropout(0.5) // HERE
                        Tensor codings(Tensor input);
                        """),
                encoder(Mistake.RETURN_TYPE, "codings returns int; a layer returns dev.lanewise.Tensor", """
                        @Dense(units = 3)
                        int codings(Tensor input); // HERE
                        """),
                encoder(
                        Mistake.RETURN_TYPE,
                        "codings returns void; a layer returns dev.lanewise.Tensor",
                        "@Dense(units = 3) void codings(Tensor input); // HERE"),
                encoder(
                        Mistake.PARAMETER_TYPE,
                        "codings takes input as dev.lanewise.Matrix; a layer takes dev.lanewise.Tensor",
                        """
                        @Dense(units = 3) Tensor codings(
                                Matrix input); // HERE
                        """),
                encoder(
                        Mistake.PARAMETER_TYPE,
                        "codings takes input as dev.lanewise.Tensor[]; a layer takes dev.lanewise.Tensor",
                        "@Dense(units = 3) Tensor codings(Tensor[] input); // HERE"),
                encoder(
                        Mistake.PARAMETER_COUNT,
                        "@Dense takes one value, found none in codings(); declare as many parameters",
                        "@Dense(units = 3) Tensor codings(); // HERE"),
                encoder(
                        Mistake.PARAMETER_COUNT,
                        "@Dropout takes one value, found 2 in codings(input, hidden); declare as many parameters",
                        """
                        @Dense(units = 6) Tensor hidden(Tensor input);
                        @Dropout(0.5) Tensor codings(Tensor input, Tensor hidden); // HERE
                        """),
                encoder(
                        Mistake.LAYER_BODY,
                        "codings is a layer, but it is a default method; declare it as an abstract method: the compiler writes"
                                + " its body",
                        "@Dense(units = 3) default Tensor codings(Tensor input) { return input; } // HERE"),
                encoder(
                        Mistake.LAYER_BODY,
                        "codings is a layer, but it is static; declare it as an abstract method: the compiler writes its body",
                        "@Dense(units = 3) static Tensor codings(Tensor input) { return input; } // HERE"),
                encoder(
                        Mistake.LAYER_BODY,
                        "codings is a layer, but it is private; declare it as an abstract method: the compiler writes its body",
                        "@Dense(units = 3) private Tensor codings(Tensor input) { return input; } // HERE"),
                type(
                        Mistake.LAYER_BODY,
                        "codings is a layer, but it has a body; declare it as an abstract method: the compiler writes its body",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder abstract class Down {
                                Down() {}
                                @Dense(units = 3) Tensor codings(Tensor input) { return input; } // HERE
                            }
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                encoder(
                        Mistake.LAYER_GENERIC,
                        "codings has type parameters; remove them: layers take and return Tensor",
                        "@Dense(units = 3) <T> Tensor codings(Tensor input); // HERE"),
                encoder(
                        Mistake.LAYER_VARARGS,
                        "codings takes a variable number of arguments; name each value: Tensor first, Tensor second",
                        "@Dense(units = 3) Tensor codings(Tensor... input); // HERE"));
    }

    private static Stream<Wrong> graphs() {
        return Stream.of(
                encoder(
                        Mistake.CYCLE,
                        "first is computed from itself: first ← second ← first; take one of these values from elsewhere",
                        """
                        @Dense(units = 4) Tensor first(Tensor second); // HERE
                        @Dense(units = 4) Tensor second(Tensor first);
                        @Dense(units = 3) Tensor codings(Tensor second);
                        """),
                encoder(
                        Mistake.CYCLE,
                        "codings is computed from itself: codings ← codings; take one of these values from elsewhere",
                        "@Dense(units = 3) Tensor codings(Tensor codings); // HERE"),
                encoder(
                        Mistake.UNUSED,
                        "spare is computed, but does not reach codings; use it as a parameter of a later layer, or remove it",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Dense(units = 5) Tensor side(Tensor hidden);
                        @Dense(units = 5) Tensor spare(Tensor side); // HERE
                        @Dense(units = 3) Tensor codings(Tensor hidden);
                        """),
                decoder(
                        Mistake.UNUSED,
                        "after is computed, but does not reach output; use it as a parameter of a later layer, or remove it",
                        """
                        @Dense(units = 6) Tensor output(Tensor codings);
                        @Dropout(0.5) Tensor after(Tensor output); // HERE
                        """),
                wrong(
                        Mistake.OUTPUT_WIDTH,
                        "output has 780 values, but the input has 784 (28 × 28): codings 3 → hidden 100 → output 780; set"
                                + " units = 784",
                        Declarations.model("input = {28, 28}", DOWN, """
                                @Dense(units = 100) Tensor hidden(Tensor codings);
                                @Dense(units = 780) // HERE
                                Tensor output(Tensor hidden);
                                """)),
                decoder(
                        Mistake.OUTPUT_WIDTH,
                        "output has 3 values, but the input has 6: codings 3 → output 3; give it a value of 6 elements",
                        """
                        @Dropout(0.5) // HERE
                        Tensor output(Tensor codings);
                        """),
                wrong(
                        Mistake.CROSS_ENTROPY_OUTPUT,
                        "BINARY_CROSS_ENTROPY needs an output in (0, 1), and this one is LINEAR; declare output as @Dense(…,"
                                + " activation = SIGMOID), or choose another loss",
                        Declarations.model("input = 6, loss = Loss.BINARY_CROSS_ENTROPY", DOWN, """
                                @Dense(units = 6) // HERE
                                Tensor output(Tensor codings);
                                """)),
                wrong(
                        Mistake.CROSS_ENTROPY_OUTPUT,
                        "BINARY_CROSS_ENTROPY needs an output in (0, 1), and dropout leaves it in training; declare output as"
                                + " @Dense(…, activation = SIGMOID), or choose another loss",
                        Declarations.model("input = 6, loss = Loss.BINARY_CROSS_ENTROPY", DOWN, """
                                @Dense(units = 6, activation = SIGMOID) Tensor hidden(Tensor codings);
                                @Dropout(0.5) Tensor output(Tensor hidden); // HERE
                                """)),
                wrong(
                                Mistake.NOTHING_TO_TRAIN,
                                "Sample has no layer with parameters; add a @Dense layer",
                                Declarations.model(
                                        "input = 6",
                                        "@Dropout(0.5) Tensor codings(Tensor input);",
                                        "@Dropout(0.5) Tensor output(Tensor codings);"))
                        .at("public interface Sample {"));
    }

    private static Stream<Wrong> merges() {
        return Stream.of(
                encoder(
                        Mistake.ADD_WIDTHS,
                        "@Add needs values of one width, but hidden has 4 (input 6 → hidden 4) and narrow has 3 (input 6 →"
                                + " wide 8 → narrow 3); set units = 4 in narrow",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Dense(units = 8) Tensor wide(Tensor input);
                        @Dense(units = 3) Tensor narrow(Tensor wide);
                        @Add Tensor codings(
                            Tensor hidden,
                            Tensor narrow); // HERE
                        """),
                encoder(
                        Mistake.ADD_WIDTHS,
                        "@Add needs values of one width, but b has 4 (input 6 → b 4) and a has 5 (input 6 → a 5); set units ="
                                + " 4 in a",
                        """
                        @Dense(units = 5) Tensor a(Tensor input);
                        @Dense(units = 4) Tensor b(Tensor input);
                        @Dense(units = 4) Tensor c(Tensor input);
                        @Add Tensor codings(Tensor a, Tensor b, Tensor c); // HERE
                        """),
                encoder(
                        Mistake.ADD_WIDTHS,
                        "@Add needs values of one width, but input has 6 and both has 8 (input 6 → hidden 4 → both 8 (4 + 4));"
                                + " bring one of them to the other's width with a @Dense layer",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Dropout(0.5) Tensor dropped(Tensor hidden);
                        @Concat Tensor both(Tensor hidden, Tensor dropped);
                        @Add Tensor codings(Tensor input, Tensor both); // HERE
                        """),
                decoder(
                        Mistake.ADD_WIDTHS,
                        "@Add needs values of one width, but hidden has 6 (codings 3 → hidden 6) and codings has 3; set"
                                + " units = 3 in hidden",
                        """
                        @Dense(units = 6) Tensor hidden(Tensor codings);
                        @Add Tensor output(Tensor hidden, Tensor codings); // HERE
                        """),
                encoder(
                        Mistake.CONCAT_TOO_WIDE,
                        "codings would have 10000000 values, more than the 8388607 that a value can have; join fewer values,"
                                + " or narrower ones",
                        """
                        @Dense(units = 5_000_000) Tensor a(Tensor input);
                        @Dense(units = 5_000_000) Tensor b(Tensor input);
                        @Concat Tensor codings(Tensor a, Tensor b); // HERE
                        """),
                encoder(
                        Mistake.PARAMETER_COUNT,
                        "@Concat takes 2 values or more, found 1 in codings(hidden); declare as many parameters",
                        """
                        @Dense(units = 4) Tensor hidden(Tensor input);
                        @Concat Tensor codings(Tensor hidden); // HERE
                        """),
                decoder(
                        Mistake.PARAMETER_COUNT,
                        "@Add takes 2 values or more, found none in more(); declare as many parameters",
                        """
                        @Add Tensor more(); // HERE
                        @Dense(units = 6) Tensor hidden(Tensor codings);
                        @Add Tensor output(Tensor hidden, Tensor more);
                        """),
                decoder(
                        Mistake.UNKNOWN_NAME,
                        "output takes \"skp\", which is no value of the decoder; did you mean \"skip\"?",
                        """
                        @Dense(units = 6) Tensor hidden(Tensor codings);
                        @Dense(units = 6) Tensor skip(Tensor codings);
                        @Add Tensor output(Tensor hidden, Tensor skp); // HERE
                        """),
                decoder(
                        Mistake.OUTPUT_WIDTH,
                        "output has 7 values, but the input has 6: codings 3 → left 3 → output 7 (3 + 4); join values that have"
                                + " 6 elements in all",
                        """
                        @Dense(units = 3) Tensor left(Tensor codings);
                        @Dense(units = 4) Tensor right(Tensor codings);
                        @Concat Tensor output(Tensor left, Tensor right); // HERE
                        """),
                decoder(
                        Mistake.OUTPUT_WIDTH,
                        "output has 3 values, but the input has 6: codings 3 → hidden 3 → output 3; add values of 6 elements",
                        """
                        @Dense(units = 3) Tensor hidden(Tensor codings);
                        @Add Tensor output(Tensor hidden, Tensor codings); // HERE
                        """),
                wrong(
                        Mistake.CROSS_ENTROPY_OUTPUT,
                        "BINARY_CROSS_ENTROPY needs an output in (0, 1), and a sum leaves it; declare output as @Dense(…,"
                                + " activation = SIGMOID), or choose another loss",
                        Declarations.model("input = 6, loss = Loss.BINARY_CROSS_ENTROPY", DOWN, """
                                @Dense(units = 6, activation = SIGMOID) Tensor a(Tensor codings);
                                @Dense(units = 6, activation = SIGMOID) Tensor b(Tensor codings);
                                @Add Tensor output(Tensor a, Tensor b); // HERE
                                """)),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and hidden is RELU; give it a layer with activation = SIGMOID",
                        """
                        @Dense(units = 4, activation = RELU) Tensor hidden(Tensor input);
                        @Dense(units = 4, activation = SIGMOID) Tensor gate(Tensor input);
                        @Concat Tensor both(Tensor gate, Tensor hidden);
                        @KlSparsity(weight = 1, target = 0.1) Tensor codings(Tensor both); // HERE
                        """),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and input may be anything; give it a layer with activation ="
                                + " SIGMOID",
                        """
                        @Dense(units = 4, activation = SIGMOID) Tensor gate(Tensor input);
                        @Concat Tensor both(Tensor gate, Tensor input);
                        @KlSparsity(weight = 1, target = 0.1) Tensor codings(Tensor both); // HERE
                        """),
                encoder(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and sum is a sum, which may be above 1; give it a layer with"
                                + " activation = SIGMOID",
                        """
                        @Dense(units = 4, activation = SIGMOID) Tensor a(Tensor input);
                        @Dense(units = 4, activation = SIGMOID) Tensor b(Tensor input);
                        @Add Tensor sum(Tensor a, Tensor b);
                        @KlSparsity(weight = 1, target = 0.1) Tensor codings(Tensor sum); // HERE
                        """),
                encoder(
                        Mistake.PENALTY_CONSTANT,
                        "@ActivityRegularization adds a cost that no training can lower: both depends on no parameter; move"
                                + " it behind a @Dense layer",
                        """
                        @Dropout(0.5) Tensor thin(Tensor input);
                        @Add Tensor both(Tensor thin, Tensor input);
                        @ActivityRegularization(l1 = 1) Tensor small(Tensor both); // HERE
                        @Dense(units = 4) Tensor codings(Tensor small);
                        """),
                decoder(
                        Mistake.TIED_CYCLE,
                        "the width of wide follows from the weight of narrow, whose rows follow from the width of wide; tie"
                                + " it to a layer whose input has a width of its own",
                        """
                        @DenseTransposed(of = "narrow") Tensor wide(Tensor codings); // HERE
                        @Concat Tensor both(Tensor codings, Tensor wide);
                        @Dense(units = 3) Tensor narrow(Tensor both);
                        @Dense(units = 6) Tensor output(Tensor narrow);
                        """));
    }

    private static Stream<Wrong> inputs() {
        return Stream.of(
                decoder(
                        Mistake.LAYER_VARARGS,
                        "output takes a variable number of arguments; name each value: Tensor first, Tensor second",
                        "@Concat Tensor output(Tensor... all); // HERE"),
                decoder(
                        Mistake.PARAMETER_TYPE,
                        "output takes all as java.util.List<dev.lanewise.Tensor>; a layer takes dev.lanewise.Tensor",
                        "@Concat Tensor output(java.util.List<Tensor> all); // HERE"),
                wrong(
                        Mistake.UNKNOWN_NAME,
                        "output takes \"skipped\", which is no value of the decoder; it is the encoder's, of which only codings"
                                + " reach the decoder: make it a part of them with @Concat",
                        Declarations.model("input = 6", """
                                @Dense(units = 6) Tensor skipped(Tensor input);
                                @Dense(units = 3) Tensor codings(Tensor skipped);
                                """, """
                                @Dense(units = 6) Tensor wide(Tensor codings);
                                @Add Tensor output(Tensor wide, Tensor skipped); // HERE
                                """)));
    }

    private static Stream<Wrong> conditions() {
        String given = "@Concat Tensor given(Tensor codings, Tensor condition);\n";
        String output = "@Dense(units = 6) Tensor output(Tensor given);";
        return Stream.of(
                wrong(
                        Mistake.CONDITION_DIMENSION,
                        "a condition's dimension must be at least 1, was 0; the nearest is 1",
                        Declarations.model("input = 6,\n condition = {3,\n 0 /* HERE */}", DOWN, given + output)),
                wrong(
                        Mistake.CONDITION_TOO_LARGE,
                        "a condition of 65536 × 65536 has 4294967296 values, more than the 8388607 that a value can have; make"
                                + " the condition smaller",
                        Declarations.model("input = 6,\n condition = {65536, 65536} /* HERE */", DOWN, given + output)),
                decoder(
                        Mistake.CONDITION_UNDECLARED,
                        "given takes \"condition\", but Sample declares none; add its width to @Autoencoder, such as condition"
                                + " = 10",
                        """
                        @Concat Tensor given(Tensor codings, Tensor condition); // HERE
                        @Concat Tensor again(Tensor given, Tensor condition);
                        @Dense(units = 6) Tensor output(Tensor again);
                        """),
                decoder(
                        Mistake.UNKNOWN_NAME,
                        "output takes \"condition\", which is no value of the decoder; did you mean \"conditions\"?",
                        """
                        @Dense(units = 6) Tensor conditions(Tensor codings);
                        @Dense(units = 6) Tensor output(Tensor condition); // HERE
                        """),
                autoencoder(
                        Mistake.CONDITION_UNUSED,
                        "Sample declares a condition, but no layer takes it; take it where it is known, such as @Concat Tensor"
                                + " given(Tensor codings, Tensor condition), or remove it",
                        "input = 6,\n condition = 10 /* HERE */"),
                wrong(
                        Mistake.UNKNOWN_NAME,
                        "given takes \"conditon\", which is no value of the decoder; did you mean \"condition\"?",
                        Declarations.model("input = 6, condition = 3", DOWN, """
                                @Concat Tensor given(Tensor codings, Tensor conditon); // HERE
                                """ + output)),
                wrong(
                        Mistake.NAME_RESERVED,
                        "a layer cannot be called condition: it names the model's condition; choose another name",
                        Declarations.model("input = 6, condition = 3", DOWN, """
                                @Dense(units = 6) Tensor condition(Tensor codings); // HERE
                                @Concat Tensor given(Tensor codings, Tensor condition);
                                """ + output)),
                wrong(
                        Mistake.SOURCE_UNUSED,
                        "output is computed from the condition alone, whatever codings is; take codings in one of the layers"
                                + " that lead to output",
                        Declarations.model("input = 6, condition = 3", DOWN, """
                                @Dense(units = 8) Tensor hidden(Tensor condition);
                                @Dense(units = 6) Tensor output(Tensor hidden); // HERE
                                """)),
                wrong(
                        Mistake.SOURCE_UNUSED,
                        "codings is computed from the condition alone, whatever input is; take input in one of the layers that"
                                + " lead to codings",
                        Declarations.model("input = 6, condition = 3", """
                                @Dropout(0.5)
                                Tensor codings(Tensor condition); // HERE
                                """, given + output)),
                wrong(
                        Mistake.ADD_WIDTHS,
                        "@Add needs values of one width, but codings has 3 and condition has 4; bring one of them to the"
                                + " other's width with a @Dense layer",
                        Declarations.model("input = 6, condition = 4", DOWN, """
                                @Add Tensor given(Tensor codings, Tensor condition); // HERE
                                """ + output)),
                wrong(
                        Mistake.PENALTY_CONSTANT,
                        "@ActivityRegularization adds a cost that no training can lower: condition depends on no parameter;"
                                + " move it behind a @Dense layer",
                        Declarations.model("input = 6, condition = 4", DOWN, """
                                @ActivityRegularization(l1 = 1) Tensor small(Tensor condition); // HERE
                                @Concat Tensor given(Tensor codings, Tensor small);
                                """ + output)),
                wrong(
                        Mistake.SPARSITY_RANGE,
                        "@KlSparsity needs activations in [0, 1], and condition may be anything; give it a layer with"
                                + " activation = SIGMOID",
                        Declarations.model(
                                "input = 6, condition = 4",
                                "@Dense(units = 3, activation = SIGMOID) Tensor codings(Tensor input);",
                                given + """
                                @KlSparsity(weight = 1, target = 0.1) Tensor sparse(Tensor given); // HERE
                                @Dense(units = 6) Tensor output(Tensor sparse);
                                """)));
    }

    private static Stream<Wrong> parts() {
        return Stream.of(
                type(Mistake.PART_MISSING, "Sample has no decoder; nest a @Decoder interface in it", """
                        @Autoencoder(input = 6)
                        interface Sample { // HERE
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                        }
                        """),
                type(Mistake.PART_MISSING, "Sample has no decoder; did you mean @Decoder interface Up?", """
                        @Autoencoder(input = 6)
                        interface Sample { // HERE
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            interface Up {
                                @Dense(units = 4) Tensor hidden(Tensor codings);
                                @Dense(units = 6) Tensor output(Tensor hidden);
                            }
                        }
                        """),
                type(
                        Mistake.PART_TWICE,
                        "Sample has a second encoder, Again; a model has one; remove @Encoder from the other type",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            @Encoder interface Again { @Dense(units = 2) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(Mistake.PART_TWICE, "Sample has a second encoder, Up; did you mean @Decoder?", """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            @Encoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); } // HERE
                        }
                        """),
                type(
                        Mistake.PART_BOTH,
                        "Down is marked as both @Encoder and @Decoder; declare two types, one for each",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder @Decoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_BOTH,
                        "Up is marked as both @Encoder and @Decoder; declare two types, one for each",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder @Decoder
                            interface Up { // HERE
                                @Dense(units = 3) Tensor codings(Tensor input);
                                @Dense(units = 6) Tensor output(Tensor codings);
                            }
                        }
                        """),
                type(
                        Mistake.PART_OUTSIDE,
                        "@Encoder on Down has no meaning: the type directly around it is not an @Autoencoder; nest it in the"
                                + " @Autoencoder type that it is a part of",
                        """
                        class SampleModel {
                            SampleModel() {}
                            static SampleModel create(long seed) { return new SampleModel(); }
                            static void load(java.nio.file.Path path) throws java.io.IOException {}
                            void reconstruct(Matrix images) {}
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_KIND,
                        "Down is neither an interface nor an abstract class; declare it as an interface",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder enum Down { ; // HERE
                                @Dense(units = 3) abstract Tensor codings(Tensor input);
                            }
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.GENERIC_TYPE,
                        "Down has type parameters; remove them: a model is one thing, of fixed shapes",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Down<T> { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_NAME,
                        "the part Encode would become the method encode of the generated class, which every model has already;"
                                + " choose another name, such as Recognition or Generation",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Encode { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_NAME,
                        "the part Default would become the method default of the generated class, which is a word of Java;"
                                + " choose another name, such as Recognition or Generation",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Default { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_NAME,
                        "the part coder would become the method coder of the generated class, as the other part does; choose"
                                + " another name, such as Recognition or Generation",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Coder { @Dense(units = 3) Tensor codings(Tensor input); }
                            @Decoder interface coder { @Dense(units = 6) Tensor output(Tensor codings); } // HERE
                        }
                        """),
                type(
                        Mistake.PART_NAME,
                        "the part SampleModel would become the method sampleModel of the generated class, and a type in it that"
                                + " has its own name; choose another name, such as Recognition or Generation",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface SampleModel { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.LAYER_OUTSIDE,
                        "@Dense has no meaning in Sample, which is neither encoder nor decoder; move the method into the"
                                + " model's @Encoder or @Decoder type",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Dense(units = 5) Tensor hidden(Tensor input); // HERE
                            @Dense(units = 5) Tensor more(Tensor input);
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.LAYER_OUTSIDE,
                        "@Dropout has no meaning in SampleModel, which is neither encoder nor decoder; move the method into"
                                + " the model's @Encoder or @Decoder type",
                        """
                        class SampleModel {
                            SampleModel() {}
                            static SampleModel create(long seed) { return new SampleModel(); }
                            static void load(java.nio.file.Path path) throws java.io.IOException {}
                            @Dropout(0.5) // HERE
                            void reconstruct(Matrix images) {}
                        }
                        """));
    }

    private static Stream<Wrong> models() {
        String parts = """
                    @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                    @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                """;
        return Stream.of(
                type(
                        Mistake.MODEL_KIND,
                        "Sample is neither an interface nor an abstract class; declare it as an interface",
                        """
                        @Autoencoder(input = 6)
                        class Sample { // HERE
                            Sample() {}
                        """ + parts + "}"),
                type(
                        Mistake.MODEL_KIND,
                        "Sample is neither an interface nor an abstract class; declare it as an interface",
                        """
                        @Autoencoder(input = 6)
                        record Sample(int i) { // HERE
                        """ + parts + "}"),
                type(
                        Mistake.GENERIC_TYPE,
                        "Sample has type parameters; remove them: a model is one thing, of fixed shapes",
                        """
                        @Autoencoder(input = 6)
                        interface Sample<T> { // HERE
                        """ + parts + "}"),
                type(
                        Mistake.MODEL_PRIVATE,
                        "Sample is private, and the class generated beside it could not refer to it; make it and the types"
                                + " around it package-private or more",
                        """
                        class Outer {
                            Outer() {}
                            @Autoencoder(input = 6)
                            private interface Sample { // HERE
                        """ + parts + "} }"),
                type(
                        Mistake.MODEL_INNER,
                        "Sample is an inner class, and belongs to an instance of the class around it; make it static",
                        """
                        class Outer {
                            Outer() {}
                            @Autoencoder(input = 6)
                            abstract class Sample { // HERE
                                Sample() {}
                        """ + parts + "} }"),
                type(
                        Mistake.NAME_TAKEN,
                        "the generated class would be demo.SampleModel, which is there already; rename one of the two",
                        """
                        @Autoencoder(input = 6)
                        interface Sample { // HERE
                        """ + parts + """
                        }
                        class SampleModel {
                            SampleModel() {}
                            static SampleModel create(long seed) { return new SampleModel(); }
                            static void load(java.nio.file.Path path) throws java.io.IOException {}
                            void reconstruct(Matrix images) {}
                        }
                        """));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void isOneErrorAtItsLine(Wrong wrong) {
        List<String> sources = wrong.source().contains("class Outer")
                ? List.of(wrong.source(), USER.replace("SampleModel", "Outer_SampleModel"))
                : List.of(wrong.source(), USER);
        Compiled compiled = ModelCompiler.compile(sources.toArray(String[]::new));
        List<Diagnostic<? extends JavaFileObject>> shown =
                List.copyOf(compiled.compilation().diagnostics());
        assertEquals(1, shown.size(), shown::toString);
        Diagnostic<? extends JavaFileObject> error = shown.getFirst();
        assertEquals("[" + wrong.mistake().key() + "] " + wrong.text(), error.getMessage(Locale.ROOT), "text");
        assertEquals(Diagnostic.Kind.ERROR, error.getKind(), "kind");
        assertEquals(lineOfMarker(wrong.source()), error.getLineNumber(), "line");
    }

    private static long lineOfMarker(String source) {
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("HERE")) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no marker");
    }

    @Test
    void stubCanBeSampledWhereTheModelWillBe() {
        String source = Declarations.model("input = 6", """
                @Dense(units = 10) Tensor mean(Tensor input);
                @Dense(units = 8) Tensor logVariance(Tensor input);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """, UP);
        String user = USER.replace("model.reconstruct(images);", "images = model.sample(21, 1);");
        assertEquals(
                1,
                ModelCompiler.compile(source, user).compilation().diagnostics().size());
    }

    @Test
    void stubTakesConditionsWhereTheModelWill() {
        String encoder = """
                @Concat Tensor given(Tensor input, Tensor condition);
                @Dense(units = 4) Tensor mean(Tensor given);
                @Dense(units = 4) Tensor logVariance(Tensor given);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """;
        String decoder = """
                @Concat Tensor given(Tensor codings, Tensor condition);
                @Dense(units = 6) Tensor output(Tensor given);
                """;
        String user = USER.replace("model.reconstruct(images);", """
                dev.lanewise.Condition condition = dev.lanewise.Condition.oneHot(3, 1);
                images = model.sample(21, 1, condition);
                images = model.encode(images, condition, 1);
                images = model.recognition(images, condition).mean();
                images = model.generation(images, condition, 2).output();
                """);
        for (String source : List.of(
                Declarations.model("input = 6", encoder, decoder),
                Declarations.model("input = 6, condition = 0", encoder, decoder),
                Declarations.model(
                        "input = 6, condition = 3",
                        encoder.replace("@Concat", "@Dense(units = 4)").replace(", Tensor condition", ""),
                        """
                        @Dense(units = 6) Tensor given(Tensor codings);
                        @Dense(units = 6) Tensor output(Tensor given);
                        """))) {
            assertEquals(
                    1,
                    ModelCompiler.compile(source, user).compilation().errors().size(),
                    source);
        }
    }

    @Test
    void everyMistakeHasATest() {
        Set<Mistake> untested = EnumSet.allOf(Mistake.class);
        wrongs().forEach(wrong -> untested.remove(wrong.mistake()));
        // These need more than one declaration: they have tests of their own.
        untested.removeAll(Set.of(
                Mistake.NAMES_LOST,
                Mistake.TOO_MANY_LAYERS,
                Mistake.LATE,
                Mistake.FUNCTION_ELSEWHERE,
                Mistake.FUNCTION_SOURCE,
                Mistake.INTERNAL));
        assertTrue(untested.isEmpty(), untested::toString);
    }
}
