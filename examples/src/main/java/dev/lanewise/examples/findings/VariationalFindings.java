package dev.lanewise.examples.findings;

import dev.lanewise.Matrix;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.Distances;
import dev.lanewise.examples.measures.Latent;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which dimensions of the codings a variational model uses, and how various its samples are. */
public final class VariationalFindings {
    private VariationalFindings() {}

    /**
     * Measures the encoder.
     *
     * @param mean μ, one row an image, one column a dimension
     * @param logVariance γ, of the same shape
     * @return the findings, with a line for each dimension and the table {@code latent.csv}
     */
    public static Findings of(Matrix mean, Matrix logVariance) {
        Latent latent = Latent.of(mean, logVariance);
        int dimensions = mean.columns();
        return new Findings(
                List.of(
                        new Finding(
                                "active_dimensions",
                                "active dimensions of " + dimensions + " (variance of the mean above " + Latent.ACTIVE
                                        + ")",
                                latent.active(),
                                Form.COUNT),
                        new Finding("latent_nats", "latent loss of an image, in nats", latent.loss(), Form.NUMBER)),
                details(latent),
                List.of(Attachment.table("latent.csv", out -> table(latent, out))));
    }

    private static List<String> details(Latent latent) {
        List<String> lines = new ArrayList<>(List.of("dimension  latent loss (nats)  variance of the mean"));
        for (int dimension = 0; dimension < latent.losses().size(); dimension++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%9d  %18.4f  %20.4f%s",
                    dimension,
                    latent.losses().get(dimension),
                    latent.variances().get(dimension),
                    latent.isActive(dimension) ? "" : "  not active"));
        }
        return lines;
    }

    private static void table(Latent latent, OutputStream out) throws IOException {
        Csv csv = new Csv(out).row("dimension", "latent_loss_nats", "variance_of_mean", "active");
        for (int dimension = 0; dimension < latent.losses().size(); dimension++) {
            csv.row(
                    Integer.toString(dimension),
                    Double.toString(latent.losses().get(dimension)),
                    Double.toString(latent.variances().get(dimension)),
                    latent.isActive(dimension) ? "1" : "0");
        }
    }

    /**
     * How various samples are, beside real images: the mean Euclidean distance to the nearest other one of as many.
     *
     * @param samples images that the model made up, at least two
     * @param images real ones, as many
     * @return both distances
     */
    public static List<Finding> variety(Matrix samples, Matrix images) {
        return List.of(nearest("samples", samples), nearest("images", images));
    }

    private static Finding nearest(String what, Matrix images) {
        return new Finding(
                "nearest_neighbour_of_" + what,
                String.format(Locale.ROOT, "distance to the nearest of %,d %s", images.rows(), what),
                Distances.meanNearest(images),
                Form.NUMBER);
    }
}
