package dev.lanewise.examples.findings;

import dev.lanewise.Matrix;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.measures.Distances;
import java.util.List;

/**
 * What a denoiser makes of corrupted images, beside what it makes of clean ones: mean squared errors against the clean images,
 * gathered piece by piece. Not thread-safe.
 */
public final class DenoiserFindings {

    private long rows;
    private double ofClean;
    private double ofCorrupted;
    private double ofCorruption;

    /** Starts without images. */
    public DenoiserFindings() {}

    /**
     * Adds images.
     *
     * @param clean the images
     * @param corrupted the images as the encoder corrupts them in training
     * @param fromClean what the model makes of the clean images
     * @param fromCorrupted what it makes of the corrupted ones
     */
    public void add(Matrix clean, Matrix corrupted, Matrix fromClean, Matrix fromCorrupted) {
        rows += clean.rows();
        ofClean += clean.rows() * Distances.meanSquaredError(clean, fromClean);
        ofCorrupted += clean.rows() * Distances.meanSquaredError(clean, fromCorrupted);
        ofCorruption += clean.rows() * Distances.meanSquaredError(clean, corrupted);
    }

    /**
     * What was found out.
     *
     * @return the errors, each the mean over all images
     */
    public Findings findings() {
        return new Findings(
                List.of(
                        error("mse_clean_input", "mean squared error, clean input", ofClean),
                        error("mse_corrupted_input", "mean squared error, corrupted input", ofCorrupted),
                        error("mse_of_corruption", "mean squared error of the corrupted input itself", ofCorruption)),
                List.of(),
                List.of());
    }

    private Finding error(String key, String label, double sum) {
        return new Finding(key, label, sum / rows, Form.ERROR);
    }
}
