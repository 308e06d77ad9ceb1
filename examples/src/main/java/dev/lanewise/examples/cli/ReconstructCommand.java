package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.Idx;
import dev.lanewise.examples.measures.Distances;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reconstruct}: what a trained model makes of images, as a picture and as data. */
@Command(
        name = "reconstruct",
        description = "Draws what a trained model makes of images, and writes it as data on request.",
        sortOptions = false,
        footer = {
            "",
            "The picture has the first image of each class; a denoiser is shown corrupted ones. Data is of all images of",
            "the set, encoded as they are: pixel_0, pixel_1 … and the label as CSV, or bytes in an IDX file with the",
            "labels in another."
        })
public final class ReconstructCommand implements Callable<Integer> {
    private static final String PICTURE = "reconstructions.png";
    private static final String CSV = "reconstructions.csv";
    private static final String IDX = "reconstructions-idx3-ubyte.gz";
    private static final String IDX_LABELS = "reconstructions-labels-idx1-ubyte.gz";

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = Arguments.Model.class,
            completionCandidates = Arguments.ModelNames.class,
            description = "Which model: ${COMPLETION-CANDIDATES}.")
    private ModelEntry<?> entry = Models.first();

    @Mixin
    private Weights weights = new Weights();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PartOption part = new PartOption();

    @Option(
            names = "--values",
            paramLabel = "FORMAT",
            converter = Arguments.FormatName.class,
            description = "Writes all reconstructions as well: csv or idx.")
    private Optional<Format> values = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Arguments.Seed.class,
            defaultValue = "1",
            description = "What the picture's noise is drawn from (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (out/MODEL).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public ReconstructCommand() {}

    /** The formats of images as data. */
    enum Format {
        CSV,
        IDX
    }

    @Override
    public Integer call() throws Exception {
        return reconstruct(entry);
    }

    private <M extends AutoencoderModel> int reconstruct(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        M model = weights.load(entry);
        DataSet images = part.of(data.load(console, entry));
        OutputFolder folder = OutputFolder.open(out.orElse(entry.folder()), PICTURE, CSV, IDX, IDX_LABELS);

        folder.write(PICTURE, Reconstructions.picture(entry, model, images, part.title(), seed)::writePng);
        Matrix originals = images.matrix();
        Matrix reconstructions = Given.reconstruct(model, images);
        if (values.isPresent()) {
            write(folder, values.get(), reconstructions, Optional.of(images).filter(DataSet::hasLabels));
        }
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(new ResultLine()
                .with("model", entry.name())
                .with("set", part.toString())
                .with("images", images.rows())
                .with("mse", Distances.meanSquaredError(originals, reconstructions)));
        console.flush();
        return 0;
    }

    private static void write(OutputFolder folder, Format format, Matrix images, Optional<DataSet> labels)
            throws CommandException {
        switch (format) {
            case CSV -> folder.write(CSV, stream -> new Csv(stream).matrix("pixel", images, labels));
            case IDX -> {
                DataSet pixels = DataSet.ofImages(clipped(images));
                folder.save(IDX, file -> Idx.writeImages(file, Models.SIDE, Models.SIDE, pixels));
                if (labels.isPresent()) {
                    folder.save(IDX_LABELS, file -> Idx.writeLabels(file, labels.get()));
                }
            }
        }
    }

    /** A byte has no room for what a linear output puts beyond black and white. */
    private static Matrix clipped(Matrix images) {
        float[] pixels = images.values().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.clamp(pixels[i], 0f, 1f);
        }
        return Matrix.wrap(images.rows(), images.columns(), pixels);
    }
}
