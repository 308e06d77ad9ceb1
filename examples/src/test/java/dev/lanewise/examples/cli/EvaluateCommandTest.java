package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.Matrix;
import dev.lanewise.examples.HashingModel;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.VariationalModel;
import dev.lanewise.examples.pictures.Lettering;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dropout-denoiser", "sparse-kl", "variational"})
    void validationFiguresAreThoseThatTrainingEndedWith(String model) {
        Console trained = Trained.run(model);
        Console evaluated = Trained.on(model, folder, "evaluate");
        Trained.result(trained).forEach((key, value) -> {
            if (key.startsWith("val_")) {
                assertEquals(value, Trained.result(evaluated).get(key), key);
            }
        });
        assertEquals("1000", Trained.result(evaluated).get("test_images"));
    }

    @Test
    void theReportIsWhatIsPrinted() throws Exception {
        Console console = Trained.on("stacked", folder, "evaluate");
        List<String> report = Files.readAllLines(folder.resolve("report.txt"));
        assertEquals(report, console.out().subList(0, report.size()));
        assertTrue(report.getFirst().startsWith("Stacked autoencoder ("), report.getFirst());
        assertTrue(report.get(2).endsWith("validation          test"), report.get(2));
    }

    @Test
    void theTableHasEveryFigureOfBothSets() throws Exception {
        Console console = Trained.on("stacked", folder, "evaluate");
        assertEquals(
                List.of(
                        "set,figure,value",
                        "validation,images,1000",
                        "validation,loss," + Trained.result(console).get("val_loss"),
                        "validation,mse," + Trained.result(console).get("val_mse"),
                        "test,images,1000",
                        "test,loss," + Trained.result(console).get("test_loss"),
                        "test,mse," + Trained.result(console).get("test_mse")),
                Files.readAllLines(folder.resolve("evaluation.csv")));
    }

    @Test
    void activationsAreMeansOverTheTestImages() throws Exception {
        Console console = Trained.on("sparse-kl", folder, "evaluate");
        Matrix codings = SparseKlModel.load(Trained.weights("sparse-kl"))
                .encode(Trained.DATA.test().matrix());
        List<String> lines = Files.readAllLines(folder.resolve("activations.csv"));
        assertEquals("unit,mean_activation", lines.getFirst());
        assertEquals(301, lines.size());
        double all = 0;
        for (int row = 0; row < codings.rows(); row++) {
            all += codings.get(row, 7);
        }
        assertEquals(all / codings.rows(), Double.parseDouble(lines.get(8).split(",")[1]), 1e-12);
        double mean = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .average()
                .orElseThrow();
        assertEquals(mean, Trained.number(console, "test_mean_activation"), 1e-6);
    }

    @Test
    void theHistogramHasTheSizeOfAllCharts() throws Exception {
        assumeTrue(Lettering.hasFonts(), "skipped: this machine has no font");
        Trained.on("sparse-l1", folder, "evaluate");
        BufferedImage chart = ImageIO.read(folder.resolve("activations.png").toFile());
        assertEquals(1200, chart.getWidth());
        assertEquals(750, chart.getHeight());
    }

    /** What the compiled model reports and what is measured from its codings are the same loss. */
    @Test
    void latentLossPerDimensionAddsUpToThatOfTheCost() throws Exception {
        Console console = Trained.on("variational", folder, "evaluate");
        List<String> lines = Files.readAllLines(folder.resolve("latent.csv"));
        assertEquals("dimension,latent_loss_nats,variance_of_mean,active", lines.getFirst());
        double nats = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .sum();
        double cost = Trained.number(console, "test_latent_loss");
        System.out.printf("latent loss %.8f, of the cost %.8f%n", nats / 784, cost);
        assertEquals(cost, nats / 784, 1e-5 * cost + 1e-8);
        long active = lines.stream().skip(1).filter(line -> line.endsWith(",1")).count();
        assertEquals(active, (long) Trained.number(console, "test_active_dimensions"));
    }

    @Test
    void aVariationalModelsSamplesAreHeldAgainstImages() throws Exception {
        Console console = Trained.on("variational", folder, "evaluate", "--seed", "5");
        Matrix samples = VariationalModel.load(Trained.weights("variational")).sample(1000, 5);
        double sum = 0;
        for (int a = 0; a < 1000; a++) {
            double nearest = Double.POSITIVE_INFINITY;
            float[] row = samples.row(a);
            for (int b = 0; b < 1000; b++) {
                nearest = a == b ? nearest : Math.min(nearest, distance(row, samples, b));
            }
            sum += nearest;
        }
        assertEquals(sum / 1000, Trained.number(console, "test_nearest_neighbour_of_samples"), 1e-4);
        assertTrue(Trained.number(console, "test_nearest_neighbour_of_images") > 0);
    }

    private static double distance(float[] row, Matrix matrix, int other) {
        double squares = 0;
        for (int i = 0; i < row.length; i++) {
            squares += Math.pow(row[i] - matrix.get(other, i), 2);
        }
        return Math.sqrt(squares);
    }

    @Test
    void theTableOfHashesHasEveryTestImage() throws Exception {
        Console console = Trained.on("hashing", folder, "evaluate");
        List<String> lines = Files.readAllLines(folder.resolve("hashes.csv"));
        assertEquals(
                "hash,images,class_0,class_1,class_2,class_3,class_4,class_5,class_6,class_7,class_8,class_9",
                lines.getFirst());
        assertEquals(lines.size() - 1, (int) Trained.number(console, "test_distinct_hashes"));
        int[] perClass = new int[10];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            assertEquals(16, cells[0].length());
            int images = 0;
            for (int label = 0; label < 10; label++) {
                perClass[label] += Integer.parseInt(cells[2 + label]);
                images += Integer.parseInt(cells[2 + label]);
            }
            assertEquals(Integer.parseInt(cells[1]), images);
        }
        assertArrayEquals(new int[] {100, 100, 100, 100, 100, 100, 100, 100, 100, 100}, perClass);
        assertEquals(0.1, Trained.number(console, "test_class_share_by_chance"));
    }

    /** The share of the query's class among those that share its hash, counted query by query. */
    @Test
    void theClassShareIsTheMeanOverQueries() throws Exception {
        Console console = Trained.on("hashing", folder, "evaluate");
        Matrix codings = HashingModel.load(Trained.weights("hashing"))
                .encode(Trained.DATA.test().matrix());
        double sum = 0;
        for (int query = 0; query < 1000; query++) {
            int shared = 0;
            int ofItsClass = 0;
            for (int other = 0; other < 1000; other++) {
                if (other != query && sameHash(codings, query, other)) {
                    shared++;
                    ofItsClass += Trained.DATA.test().label(query)
                                    == Trained.DATA.test().label(other)
                            ? 1
                            : 0;
                }
            }
            sum += shared == 0 ? 0 : (double) ofItsClass / shared;
        }
        assertEquals(sum / 1000, Trained.number(console, "test_class_share"), 1e-6);
    }

    private static boolean sameHash(Matrix codings, int a, int b) {
        for (int i = 0; i < codings.columns(); i++) {
            if (codings.get(a, i) > 0.5 != codings.get(b, i) > 0.5) {
                return false;
            }
        }
        return true;
    }
}
