package dev.lanewise.examples.findings;

import dev.lanewise.Matrix;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.measures.Distances;
import java.util.List;

/** What a denoiser makes of corrupted images, beside what it makes of clean ones. Errors are against the clean images. */
public final class DenoiserFindings {
    private DenoiserFindings() {}

    /**
     * Compares images.
     *
     * @param clean the images
     * @param corrupted the images as the encoder corrupts them in training
     * @param fromClean what the model makes of the clean images
     * @param fromCorrupted what it makes of the corrupted ones
     * @return the errors
     */
    public static Findings of(Matrix clean, Matrix corrupted, Matrix fromClean, Matrix fromCorrupted) {
        return new Findings(
                List.of(
                        error("mse_clean_input", "mean squared error, clean input", clean, fromClean),
                        error("mse_corrupted_input", "mean squared error, corrupted input", clean, fromCorrupted),
                        error(
                                "mse_of_corruption",
                                "mean squared error of the corrupted input itself",
                                clean,
                                corrupted)),
                List.of(),
                List.of());
    }

    private static Finding error(String key, String label, Matrix clean, Matrix images) {
        return new Finding(key, label, Distances.meanSquaredError(clean, images), Form.ERROR);
    }
}
