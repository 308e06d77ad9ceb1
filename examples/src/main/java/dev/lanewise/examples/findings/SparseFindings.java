package dev.lanewise.examples.findings;

import dev.lanewise.Matrix;
import dev.lanewise.examples.charts.HistogramChart;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.Sparsity;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How sparse codings are: the mean activation of each unit over the data, and how many are near the target. */
public final class SparseFindings {
    private static final int BINS = 100;

    private SparseFindings() {}

    /**
     * Measures codings.
     *
     * @param title the model's name, for the chart
     * @param target the activation that the model's penalty pulls units to
     * @param codings one row an image, one column a unit
     * @return the findings, with the table {@code activations.csv} and the chart {@code activations.png}
     */
    public static Findings of(String title, double target, Matrix codings) {
        Sparsity sparsity = Sparsity.of(target, codings);
        int units = codings.columns();
        return new Findings(
                List.of(
                        new Finding(
                                "mean_activation",
                                "mean activation of the " + units + " units",
                                sparsity.mean(),
                                Form.NUMBER),
                        new Finding(
                                "units_near_target",
                                "units within " + Sparsity.NEAR + " of the target " + target,
                                sparsity.shareNear(),
                                Form.SHARE)),
                List.of(),
                List.of(
                        Attachment.table("activations.csv", out -> table(sparsity, out)),
                        Attachment.chart("activations.png", out -> chart(title, sparsity, out))));
    }

    private static void table(Sparsity sparsity, OutputStream out) throws IOException {
        Csv csv = new Csv(out).row("unit", "mean_activation");
        for (int unit = 0; unit < sparsity.activations().size(); unit++) {
            csv.row(
                    Integer.toString(unit),
                    Double.toString(sparsity.activations().get(unit)));
        }
    }

    private static void chart(String title, Sparsity sparsity, OutputStream out) throws IOException {
        new HistogramChart(
                        title + ": how active its units are",
                        "Mean activation of a unit",
                        "Units",
                        1.0 / BINS,
                        Arrays.copyOf(sparsity.histogram(BINS), bins(sparsity)))
                .marking("Target: " + sparsity.target(), sparsity.target())
                .writePng(out);
    }

    /** As many as reach the next full tenth above the largest activation; at least 0.2, which has room for the target. */
    private static int bins(Sparsity sparsity) {
        double largest = Collections.max(sparsity.activations());
        return Math.clamp((long) Math.floor(10 * largest + 1), 2, 10) * BINS / 10;
    }
}
