package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import dev.lanewise.examples.findings.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figures}: the figures of the subject, drawn. */
@Command(
        name = "figures",
        description =
                "Draws the figures of the subject: sparsity loss, Bayesian inference, and what trained models do.",
        sortOptions = false,
        footer = {
            "",
            "Reconstructions and maps of codings are drawn of the models that have been trained; others are named.",
            "Each chart has its data beside it, as CSV."
        })
public final class FiguresCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/figures",
            description = "Where the files go (${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "figures");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--models",
            paramLabel = "A,B",
            converter = Arguments.SeveralModels.class,
            description = "Which trained models (all).")
    private Arguments.ModelList models = new Arguments.ModelList(Models.all());

    @Option(
            names = "--trained",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where train has left a folder for each model (${DEFAULT-VALUE}).")
    private Path trained = Path.of("out");

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Arguments.Seed.class,
            defaultValue = "1",
            description = "What the coin's tosses and the denoisers' noise are drawn from (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public FiguresCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter console = spec.commandLine().getOut();
        Split images = data.load(console);
        OutputFolder folder = OutputFolder.open(out);

        attach(console, folder, SparsityFigure.files());
        attach(console, folder, CoinFigure.files(seed));
        List<String> missing = new ArrayList<>();
        for (ModelEntry<?> entry : models.entries()) {
            Path weights = trained.resolve(entry.name()).resolve(Weights.FILE);
            if (Files.exists(weights)) {
                draw(
                        console,
                        folder,
                        entry,
                        weights,
                        DataOption.given(images, entry).validation());
            } else {
                missing.add(entry.name());
                console.println("no figures of " + entry.name() + ": found no " + weights + " (run \"train "
                        + entry.name() + "\" first)");
            }
        }
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(new ResultLine()
                .with("files", folder.written().size())
                .with("missing", missing.isEmpty() ? "none" : String.join(",", missing)));
        console.flush();
        return 0;
    }

    private <M extends AutoencoderModel> void draw(
            PrintWriter console, OutputFolder folder, ModelEntry<M> entry, Path weights, DataSet images)
            throws IOException, CommandException {
        M model = entry.loader().load(weights);
        folder.write(
                "reconstructions-" + entry.name() + ".png",
                Reconstructions.picture(entry, model, images, Part.VALIDATION.title() + " images", seed)::writePng);
        Matrix codings = Given.encode(model, images);
        if (codings.columns() > 1) {
            attach(console, folder, CodingsFigure.files(entry, codings, images));
        }
    }

    private static void attach(PrintWriter console, OutputFolder folder, List<Findings.Attachment> files)
            throws CommandException {
        for (Findings.Attachment file : files) {
            folder.attach(console, file);
        }
    }
}
