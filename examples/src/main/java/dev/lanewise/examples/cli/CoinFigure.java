package dev.lanewise.examples.cli;

import dev.lanewise.examples.charts.FunctionChart;
import dev.lanewise.examples.charts.Line;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.CoinBelief;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The figure of Bayesian inference: what is believed about a bent coin before and after tosses. */
final class CoinFigure {
    private static final double HEADS = 0.6;
    private static final List<Integer> TOSSES = List.of(1, 3, 10, 100);
    private static final int POINTS = 1001;

    private CoinFigure() {}

    static List<Attachment> files(long seed) {
        List<CoinBelief> beliefs = beliefs(seed);
        return List.of(
                new Attachment("bayesian-inference.csv", false, out -> table(beliefs, out)),
                new Attachment("bayesian-inference.png", true, out -> chart(beliefs, seed, out)));
    }

    /** The prior, under which every coin is as likely as any other, and a posterior for each number of tosses. */
    static List<CoinBelief> beliefs(long seed) {
        // The generator that the Java specification fixes to the bit.
        Random coin = new Random(seed);
        CoinBelief belief = CoinBelief.prior(POINTS, p -> 1);
        List<CoinBelief> beliefs = new ArrayList<>(List.of(belief));
        for (int tosses : TOSSES) {
            while (belief.tosses() < tosses) {
                belief = coin.nextDouble() < HEADS ? belief.after(1, 0) : belief.after(0, 1);
            }
            beliefs.add(belief);
        }
        return beliefs;
    }

    private static void table(List<CoinBelief> beliefs, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("p_heads"));
        beliefs.forEach(belief -> header.add("after_" + belief.tosses() + "_tosses_" + belief.heads() + "_heads"));
        Csv csv = new Csv(out).row(header);
        double[] grid = beliefs.getFirst().grid();
        List<double[]> densities = beliefs.stream().map(CoinBelief::density).toList();
        for (int i = 0; i < grid.length; i++) {
            List<String> cells = new ArrayList<>(List.of(Double.toString(grid[i])));
            for (double[] density : densities) {
                cells.add(Double.toString(density[i]));
            }
            csv.row(cells);
        }
    }

    private static void chart(List<CoinBelief> beliefs, long seed, OutputStream out) throws IOException {
        double peak = beliefs.stream()
                .flatMapToDouble(belief -> Arrays.stream(belief.density()))
                .max()
                .orElse(1);
        new FunctionChart(
                        "Bayesian inference: what tosses tell of a coin (seed " + seed + ")",
                        "P(heads) of the coin",
                        "Probability density",
                        1,
                        Math.ceil(1.02 * peak),
                        beliefs.stream()
                                .map(belief -> Line.of(name(belief), belief.grid(), belief.density()))
                                .toList())
                .marking("The coin: " + HEADS, HEADS)
                .legendAtLeft()
                .writePng(out);
    }

    private static String name(CoinBelief belief) {
        return switch (belief.tosses()) {
            case 0 -> "Prior: uniform";
            case 1 -> "After 1 toss (" + belief.heads() + " heads)";
            default -> "After " + belief.tosses() + " tosses (" + belief.heads() + " heads)";
        };
    }
}
