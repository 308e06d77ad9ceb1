package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.examples.pictures.PictureGrid;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generate}: images that nobody has seen, from codings drawn from N(0, I). */
@Command(
        name = "generate",
        description = "Decodes codings drawn from N(0, I), as a picture and as CSV.",
        sortOptions = false)
public final class GenerateCommand implements Callable<Integer> {
    private static final String PICTURE = "generated.png";
    private static final String CSV = "generated.csv";

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = Arguments.Model.class,
            description = "A model whose codings have a distribution, such as variational.")
    private ModelEntry<?> entry = Models.first();

    @Mixin
    private Weights weights = new Weights();

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Arguments.Count.class,
            defaultValue = "21",
            description = "How many images (${DEFAULT-VALUE}).")
    private int count = 21;

    @Option(
            names = "--columns",
            paramLabel = "N",
            converter = Arguments.Count.class,
            defaultValue = "7",
            description = "How many of them side by side (${DEFAULT-VALUE}).")
    private int columns = 7;

    @Option(
            names = "--class",
            paramLabel = "N",
            converter = Arguments.Index.class,
            description = "Of which class, counted from 0, where the model is told (each in turn).")
    private Optional<Integer> ofClass = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Arguments.Seed.class,
            defaultValue = "1",
            description = "What the codings are drawn from (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (out/MODEL).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public GenerateCommand() {}

    @Override
    public Integer call() throws Exception {
        return generate(entry);
    }

    private <M extends AutoencoderModel> int generate(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        Kind.Sampler<M> sampler = entry.kind()
                .samples()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "expected a model whose codings have a distribution (" + String.join(", ", Models.sampled())
                                + "), found " + entry.name()));
        Optional<Matrix> wanted = wanted(entry);
        M model = weights.load(entry);
        OutputFolder folder = OutputFolder.open(out.orElse(entry.folder()), PICTURE, CSV);

        Matrix images = wanted.isPresent()
                ? entry.kind().samplesByClass().orElseThrow().sample(model, count, seed, wanted.get())
                : sampler.sample(model, count, seed);
        String title = entry.title() + ": made up from codings of N(0, I), seed " + seed
                + ofClass.map(FashionMnist.CLASS_NAMES::get)
                        .map(name -> ", " + name)
                        .orElse("");
        folder.write(
                PICTURE, PictureGrid.of(title, Models.SIDE, Models.SIDE, Math.min(columns, count), images)::writePng);
        folder.write(CSV, stream -> new Csv(stream).matrix("pixel", images, Optional.empty()));
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(new ResultLine()
                .with("model", entry.name())
                .with("images", count)
                .with("seed", seed));
        console.flush();
        return 0;
    }

    /** The class that is asked for. */
    private Optional<Matrix> wanted(ModelEntry<?> entry) {
        if (ofClass.isEmpty()) {
            return Optional.empty();
        }
        if (entry.kind().samplesByClass().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--class goes with a model that is told of classes, found " + entry.name());
        }
        if (ofClass.get() >= Models.CLASSES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--class: expected 0 to %d, found %d".formatted(Models.CLASSES - 1, ofClass.get()));
        }
        return Optional.of(Matrix.oneHot(Models.CLASSES, ofClass.get()));
    }
}
