package dev.lanewise.examples.cli;

import dev.lanewise.examples.charts.FunctionChart;
import dev.lanewise.examples.charts.Line;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.SparsityCost;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figure of the sparsity loss: what a unit's actual sparsity costs, by three measures. */
final class SparsityFigure {
    private static final double TARGET = 0.1;
    private static final int POINTS = 1001;

    private SparsityFigure() {}

    static List<Attachment> files() {
        return List.of(
                new Attachment("sparsity-loss.csv", false, SparsityFigure::table),
                new Attachment("sparsity-loss.png", true, SparsityFigure::chart));
    }

    private static double[] grid() {
        return IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0)).toArray();
    }

    private static double[] costs(SparsityCost cost) {
        double[] costs = grid();
        for (int i = 0; i < costs.length; i++) {
            costs[i] = cost.cost(TARGET, costs[i]);
        }
        return costs;
    }

    private static void table(OutputStream out) throws IOException {
        Csv csv = new Csv(out).row("actual_sparsity", "kl_divergence", "squared_error", "absolute_error");
        for (double actual : grid()) {
            List<String> cells = new ArrayList<>(List.of(Double.toString(actual)));
            for (SparsityCost cost : SparsityCost.values()) {
                cells.add(Double.toString(cost.cost(TARGET, actual)));
            }
            csv.row(cells);
        }
    }

    private static void chart(OutputStream out) throws IOException {
        new FunctionChart(
                        "What a unit's sparsity costs, for a target of " + TARGET,
                        "Actual sparsity (mean activation of a unit)",
                        "Cost (KL divergence: nats)",
                        1,
                        1,
                        List.of(
                                Line.of("KL divergence", grid(), costs(SparsityCost.KL_DIVERGENCE)),
                                Line.of("Squared error", grid(), costs(SparsityCost.SQUARED_ERROR)),
                                Line.of("Absolute error", grid(), costs(SparsityCost.ABSOLUTE_ERROR))))
                .marking("Target", TARGET)
                .writePng(out);
    }
}
