package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.examples.measures.CoinBelief;
import dev.lanewise.examples.pictures.Lettering;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresCommandTest {
    @TempDir
    private static Path folder;

    private static Console console = new Console(0, List.of(), List.of());

    @BeforeAll
    static void draw() {
        Trained.weights("hashing");
        Trained.weights("variational");
        console = Console.run(
                "figures",
                "--out",
                folder.toString(),
                "--trained",
                Trained.folder().toString(),
                "--models",
                "hashing,tied,variational");
        assertEquals(0, console.exitCode(), console.err().toString());
    }

    @Test
    void aModelThatIsNotTrainedIsNamed() {
        Path weights = Trained.folder().resolve("tied/model.safetensors");
        assertTrue(console.out().contains("no figures of tied: found no " + weights + " (run \"train tied\" first)"));
        assertEquals("tied", Trained.result(console).get("missing"));
    }

    @Test
    void chartsHaveTheSizeOfAllCharts() throws Exception {
        for (String name : List.of("sparsity-loss", "bayesian-inference", "codings-hashing", "codings-variational")) {
            Path chart = folder.resolve(name + ".png");
            if (Lettering.hasFonts()) {
                BufferedImage picture = ImageIO.read(chart.toFile());
                assertEquals(1200, picture.getWidth(), name);
                assertEquals(750, picture.getHeight(), name);
            } else {
                assertTrue(Files.notExists(chart));
                assertTrue(console.out().stream().anyMatch(line -> line.startsWith("no " + name + ".png: ")));
            }
            assertTrue(Files.exists(folder.resolve(name + ".csv")), name);
        }
        assertTrue(Files.exists(folder.resolve("reconstructions-hashing.png")));
    }

    @Test
    void sparsityCostsAreThoseOfTheFormulas() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("sparsity-loss.csv"));
        assertEquals("actual_sparsity,kl_divergence,squared_error,absolute_error", lines.getFirst());
        assertEquals(1002, lines.size());
        String[] atHalf = lines.get(501).split(",");
        assertEquals("0.5", atHalf[0]);
        assertEquals(0.36806420716849, Double.parseDouble(atHalf[1]), 1e-12);
        assertEquals(0.16, Double.parseDouble(atHalf[2]), 1e-12);
        assertEquals(0.4, Double.parseDouble(atHalf[3]), 1e-12);
        assertEquals("Infinity", lines.get(1).split(",")[1]);
    }

    @Test
    void aCoinIsTossedOnceThreeTenAndAHundredTimes() throws Exception {
        List<CoinBelief> beliefs = CoinFigure.beliefs(1);
        assertEquals(
                List.of(0, 1, 3, 10, 100),
                beliefs.stream().map(CoinBelief::tosses).toList());
        List<String> lines = Files.readAllLines(folder.resolve("bayesian-inference.csv"));
        assertTrue(lines.getFirst().startsWith("p_heads,after_0_tosses_0_heads,after_1_tosses_"), lines.getFirst());
        // Under the uniform prior, the posterior of h heads in n tosses is Beta(h + 1, n − h + 1), whose mean is
        // (h + 1) / (n + 2).
        for (int column = 1; column <= 5; column++) {
            double mean = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                mean += Double.parseDouble(cells[0]) * Double.parseDouble(cells[column]) / 1000;
            }
            // The trapezoid rule counts the end at 1 by half.
            mean -= Double.parseDouble(lines.getLast().split(",")[column]) / 2000;
            CoinBelief belief = beliefs.get(column - 1);
            assertEquals((belief.heads() + 1.0) / (belief.tosses() + 2), mean, 1e-5);
        }
    }

    /** Principal components are coordinates from the mean, uncorrelated with each other. */
    @Test
    void mapsHaveEveryValidationImage() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("codings-hashing.csv"));
        assertEquals("first,second,label", lines.getFirst());
        assertEquals(1001, lines.size());
        double[] sums = new double[5];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double x = Double.parseDouble(cells[0]);
            double y = Double.parseDouble(cells[1]);
            sums[0] += x;
            sums[1] += y;
            sums[2] += x * y;
            sums[3] += x * x;
            sums[4] += y * y;
        }
        assertEquals(0, sums[0], 1e-9 * sums[3]);
        assertEquals(0, sums[1], 1e-9 * sums[3]);
        assertEquals(0, sums[2], 1e-9 * sums[3]);
        assertTrue(sums[3] >= sums[4]);
    }
}
