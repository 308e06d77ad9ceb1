package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.examples.findings.DenoiserFindings;
import dev.lanewise.examples.findings.Findings;
import dev.lanewise.examples.findings.HashFindings;
import dev.lanewise.examples.findings.SparseFindings;
import dev.lanewise.examples.findings.VariationalFindings;

/** Finds out what a reader wants to know about a trained model of its kind. */
final class Study {
    private static final int SAMPLES = 1_000;
    private static final int PIECE = 500;

    private Study() {}

    /** What takes no longer than a pass over the data or two. */
    static <M extends AutoencoderModel> Findings brief(ModelEntry<M> entry, M model, DataSet data, long seed) {
        return switch (entry.kind()) {
            case Kind.Plain<M> plain -> Findings.NONE;
            case Kind.Denoiser<M> denoiser -> denoising(denoiser, model, data, seed);
            case Kind.Sparse<M> sparse ->
                SparseFindings.of(entry.title(), sparse.target(), model.encode(data.matrix()));
            case Kind.Variational<M> variational -> {
                Kind.Gaussian codings = variational.recognition().of(model, data);
                yield VariationalFindings.of(codings.mean(), codings.logVariance());
            }
            case Kind.Conditional<M> conditional -> {
                Kind.Gaussian codings = conditional.recognition().of(model, data);
                yield VariationalFindings.of(codings.mean(), codings.logVariance());
            }
            case Kind.Hashing<M> hashing ->
                HashFindings.of(model.encode(data.matrix()), data, FashionMnist.CLASS_NAMES);
        };
    }

    /** Piece by piece: images, corrupted images and what becomes of both would take as much memory as all the training data. */
    private static <M extends AutoencoderModel> Findings denoising(
            Kind.Denoiser<M> denoiser, M model, DataSet data, long seed) {
        DenoiserFindings findings = new DenoiserFindings();
        for (int from = 0; from < data.rows(); from += PIECE) {
            Matrix images = data.matrix(from, Math.min(from + PIECE, data.rows()));
            long ofPiece = seed + from;
            findings.add(
                    images,
                    denoiser.corruption().corrupted(model, images, ofPiece),
                    model.reconstruct(images),
                    model.reconstruct(images, ofPiece));
        }
        return findings.findings();
    }

    /** The same, and for a model that makes images up how various they are. */
    static <M extends AutoencoderModel> Findings full(ModelEntry<M> entry, M model, DataSet data, long seed) {
        Findings brief = brief(entry, model, data, seed);
        int count = Math.min(SAMPLES, data.rows());
        return entry.kind()
                .samples()
                .filter(sampler -> count > 1)
                .map(sampler -> brief.with(
                        VariationalFindings.variety(sampler.sample(model, count, seed), data.matrix(0, count))))
                .orElse(brief);
    }
}
