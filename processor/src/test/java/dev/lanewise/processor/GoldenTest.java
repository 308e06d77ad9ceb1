package dev.lanewise.processor;

import dev.lanewise.Matrix;
import dev.lanewise.proof.reference.Difference;
import dev.lanewise.proof.reference.FixedNoise;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.testing.Golden;
import dev.lanewise.testing.Json;
import dev.lanewise.training.Adam;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.RmsProp;
import dev.lanewise.training.Sgd;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models in small against training steps computed elsewhere in double precision. */
class GoldenTest {

    private static final double TOLERANCE = 1e-5;

    private static final String DECODER = """
            @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor codings);
            @Dense(units = 6) Tensor output(Tensor hidden1);
            """;

    /** The names in the files, and ours. */
    private static final Map<String, String> LAYERS = Map.of(
            "enc0", "recognition.hidden1",
            "enc1", "recognition.hidden2",
            "mean", "recognition.mean",
            "log_var", "recognition.logVariance",
            "dec0", "generation.hidden1",
            "dec1", "generation.output");

    private static final Map<String, String> VARIATIONAL_LAYERS = Map.of(
            "enc0", "recognition.hidden1",
            "enc1", "recognition.hidden2",
            "mean", "recognition.mean",
            "log_var", "recognition.logVariance",
            "dec0", "generation.hidden1",
            "dec1", "generation.hidden2",
            "dec2", "generation.output");

    /** The models of the files, each with the name of the file's noise. */
    private enum Subject {
        M1("dropout_mask", denoiser("@Dropout(0.5)"), DECODER),
        M2("noise", denoiser("@GaussianNoise(0.2)"), DECODER),
        M3("", sparse("@ActivityRegularization(l1 = 1e-2)"), DECODER),
        M3_nodiv("", sparse("@ActivityRegularization(l1 = 1e-2, per = Per.BATCH)"), DECODER),
        M4("", sparse("@KlSparsity(weight = 5e-2, target = 0.1, per = Per.BATCH)"), DECODER),
        M4_div("", sparse("@KlSparsity(weight = 5e-2, target = 0.1)"), DECODER),
        M5("eps", """
                @Dense(units = 5, activation = RELU) Tensor hidden1(Tensor input);
                @Dense(units = 4, activation = RELU) Tensor hidden2(Tensor hidden1);
                @Dense(units = 2) Tensor mean(Tensor hidden2);
                @Dense(units = 2) Tensor logVariance(Tensor hidden2);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """, """
                @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor codings);
                @Dense(units = 5, activation = RELU) Tensor hidden2(Tensor hidden1);
                @Dense(units = 6) Tensor output(Tensor hidden2);
                """);

        private final String noise;
        private final String declaration;

        Subject(String noise, String encoder, String decoder) {
            this.noise = noise;
            this.declaration = Declarations.model("input = 6", encoder, decoder);
        }

        private static String denoiser(String corruption) {
            return corruption + """
                     Tensor corrupted(Tensor input);
                    @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor corrupted);
                    @Dense(units = 3, activation = RELU) Tensor codings(Tensor hidden1);
                    """;
        }

        private static String sparse(String penalty) {
            return """
                    @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor input);
                    @Dense(units = 5, activation = SIGMOID) Tensor hidden2(Tensor hidden1);
                    """ + penalty + " Tensor codings(Tensor hidden2);";
        }

        /** Our name of a parameter in the file. */
        String ourName(String name) {
            String[] words = name.split("\\.");
            String layer = (this == M5 ? VARIATIONAL_LAYERS : LAYERS).get(words[0]);
            boolean codings = layer.equals("recognition.hidden2") && (this == M1 || this == M2);
            return (codings ? "recognition.codings" : layer) + (words[1].equals("kernel") ? ".weight" : ".bias");
        }

        Json golden() throws IOException {
            return Golden.read(name() + ".json");
        }

        CompiledModel model(Json golden) throws ReflectiveOperationException {
            CompiledModel model = ModelCompiler.compile(declaration).create(1);
            golden.get("params").members().forEach((name, values) -> {
                double[][] rows = matrix(values);
                model.setParameter(ourName(name), Matrix.wrap(rows.length, rows[0].length, values.floats()));
            });
            return model;
        }

        FixedNoise noise(Json golden) {
            return new FixedNoise(noise.isEmpty() ? List.of() : List.<double[][]>of(matrix(golden.get(noise))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossAndGradientsAgree(Subject subject) throws Exception {
        Json golden = subject.golden();
        CompiledModel model = subject.model(golden);
        try (BatchTrainer trainer = new BatchTrainer(model, new Sgd(), 5, subject.noise(golden))) {
            Map<String, Double> costs = trainer.step(batch(golden));
            assertClose("loss", golden.get("loss", "total").number(), costs.get("loss"), TOLERANCE);
            assertClose("mse", golden.get("loss", "mse").number(), costs.get("mse"), TOLERANCE);
            assertClose(
                    "penalty", golden.get("loss", "penalty").number(), costs.get("loss") - costs.get("mse"), TOLERANCE);
            golden.get("grads")
                    .members()
                    .forEach((name, gradient) ->
                            assertClose(name, matrix(gradient), trainer.gradient(subject.ourName(name)), TOLERANCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void threeStepsOfEachOptimizerAgree(Subject subject) throws Exception {
        Json golden = subject.golden();
        for (String name :
                List.of("adam_keras", "nadam_keras3", "rmsprop_keras", "sgd", "sgd_momentum", "sgd_nesterov")) {
            threeSteps(subject, golden, name);
        }
    }

    private static void threeSteps(Subject subject, Json golden, String name) throws Exception {
        CompiledModel model = subject.model(golden);
        Json run = golden.get("optimizers", name);
        try (BatchTrainer trainer =
                new BatchTrainer(model, optimizer(name, run.get("hyper")), 5, subject.noise(golden))) {
            for (int step = 0; step < 3; step++) {
                double loss = trainer.step(batch(golden)).get("loss");
                assertClose(
                        name + ", loss before step " + (step + 1),
                        run.get("loss_before_each_step").at(step).number(),
                        loss,
                        TOLERANCE);
                String prefix = name + ", step " + (step + 1) + ", ";
                run.get("params_after_step")
                        .at(step)
                        .members()
                        .forEach((parameter, values) -> assertClose(
                                prefix + parameter,
                                matrix(values),
                                model.parameter(subject.ourName(parameter)),
                                TOLERANCE));
            }
        }
    }

    private static Optimizer optimizer(String name, Json hyper) {
        double rate = hyper.get("lr").number();
        return switch (name) {
            case "adam_keras" ->
                new Adam(rate, hyper.get("beta_1").number(), hyper.get("beta_2").number(), 1e-7);
            case "nadam_keras3" ->
                new Nadam(
                        rate, hyper.get("beta_1").number(), hyper.get("beta_2").number(), 1e-7);
            case "rmsprop_keras" -> new RmsProp(rate, hyper.get("rho").number(), 1e-7);
            default ->
                new Sgd(
                        rate,
                        hyper.get("momentum").number(),
                        hyper.get("nesterov").word().equalsIgnoreCase("true"));
        };
    }

    private static void assertClose(String what, double expected, double actual, double tolerance) {
        ModelCheck.assertClose(Difference.between(what, expected, actual), tolerance);
    }

    private static void assertClose(String what, double[][] expected, Matrix actual, double tolerance) {
        ModelCheck.assertClose(Difference.between(what, expected, actual), tolerance);
    }

    private static Matrix batch(Json golden) {
        return Matrix.wrap(5, 6, golden.get("input").floats());
    }

    private static double[][] matrix(Json json) {
        boolean isVector = json.at(0) instanceof Json.Numeral;
        return isVector
                ? new double[][] {json.doubles()}
                : json.elements().stream().map(Json::doubles).toArray(double[][]::new);
    }
}
