package dev.lanewise.processor;

import static dev.lanewise.processor.Comparison.assertClose;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.Matrix;
import dev.lanewise.processor.testing.Json;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.Adam;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.RmsProp;
import dev.lanewise.training.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dropout denoiser in small, 6 → 4 → 3 → 4 → 6, against a training step computed elsewhere in double precision. */
class GoldenM1Test {

    private static final double TOLERANCE = 1e-5;

    private static final String DECLARATION = Declarations.model("input = 6", """
            @Dropout(0.5) Tensor corrupted(Tensor input);
            @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor corrupted);
            @Dense(units = 3, activation = RELU) Tensor codings(Tensor hidden1);
            """, """
            @Dense(units = 4, activation = RELU) Tensor hidden1(Tensor codings);
            @Dense(units = 6) Tensor output(Tensor hidden1);
            """);

    /** The names in the file, and ours. */
    private static final Map<String, String> LAYERS = Map.of(
            "enc0", "recognition.hidden1",
            "enc1", "recognition.codings",
            "dec0", "generation.hidden1",
            "dec1", "generation.output");

    @Test
    void lossAndGradientsAgree() throws Exception {
        Json golden = golden();
        CompiledModel model = model(golden);
        try (BatchTrainer trainer = new BatchTrainer(model, new Sgd(), 5, noise(golden))) {
            Map<String, Double> costs = trainer.step(batch(golden));
            assertClose("loss", golden.get("loss", "total").number(), costs.get("loss"), TOLERANCE);
            assertClose("mse", golden.get("loss", "mse").number(), costs.get("mse"), TOLERANCE);
            golden.get("grads")
                    .members()
                    .forEach((name, gradient) ->
                            assertClose(name, matrix(gradient), trainer.gradient(ourName(name)), TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam_keras", "nadam_keras3", "rmsprop_keras", "sgd", "sgd_momentum", "sgd_nesterov"})
    void threeStepsOfEachOptimizerAgree(String name) throws Exception {
        Json golden = golden();
        CompiledModel model = model(golden);
        Json run = golden.get("optimizers", name);
        try (BatchTrainer trainer = new BatchTrainer(model, optimizer(name, run.get("hyper")), 5, noise(golden))) {
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
                                prefix + parameter, matrix(values), model.parameter(ourName(parameter)), TOLERANCE));
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

    private static Json golden() throws IOException {
        Path path = Path.of(System.getProperty("lanewise.shared", "shared"), "golden", "M1.json");
        assumeTrue(Files.exists(path), "skipped: no shared folder");
        return Json.read(path);
    }

    private static CompiledModel model(Json golden) throws ReflectiveOperationException {
        CompiledModel model = ModelCompiler.compile(DECLARATION).create(1);
        golden.get("params").members().forEach((name, values) -> {
            double[][] rows = matrix(values);
            model.setParameter(ourName(name), Matrix.wrap(rows.length, rows[0].length, values.floats()));
        });
        return model;
    }

    private static String ourName(String name) {
        String[] words = name.split("\\.");
        return LAYERS.get(words[0]) + (words[1].equals("kernel") ? ".weight" : ".bias");
    }

    private static FixedNoise noise(Json golden) {
        return new FixedNoise(List.<double[][]>of(matrix(golden.get("dropout_mask"))));
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
