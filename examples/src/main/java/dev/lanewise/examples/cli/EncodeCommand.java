package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
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

/** {@code encode}: the codings of images, as CSV. */
@Command(
        name = "encode",
        description = "Writes what a trained model encodes images to.",
        sortOptions = false,
        footer = {
            "",
            "One line an image: coding_0, coding_1 …, and its label where there are labels. Nothing is corrupted or",
            "sampled: a variational model's codings are their means."
        })
public final class EncodeCommand implements Callable<Integer> {
    private static final String CODINGS = "codings.csv";

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

    @Option(names = "--out", paramLabel = "FILE", description = "Where the codings go (out/MODEL/" + CODINGS + ").")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public EncodeCommand() {}

    @Override
    public Integer call() throws Exception {
        return encode(entry);
    }

    private <M extends AutoencoderModel> int encode(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        M model = weights.load(entry);
        DataSet images = part.of(data.load(console, entry));
        Path file = out.orElse(entry.folder().resolve(CODINGS)).toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        OutputFolder folder =
                OutputFolder.open(Optional.ofNullable(file.getParent()).orElse(file), name);

        Matrix codings = Given.encode(model, images);
        Optional<DataSet> labels = Optional.of(images).filter(DataSet::hasLabels);
        folder.write(name, stream -> new Csv(stream).matrix("coding", codings, labels));
        folder.written().forEach(written -> console.println("wrote " + written));
        console.println(new ResultLine()
                .with("model", entry.name())
                .with("set", part.toString())
                .with("images", codings.rows())
                .with("codings", codings.columns()));
        console.flush();
        return 0;
    }
}
