package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.file.Safetensors;
import dev.lanewise.training.LatentWarmUp;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: makes a saved model again from what its file says, and compares the bits. */
@Command(
        name = "verify",
        description = "Trains a saved model again and says whether the bits agree, and if not, from which epoch on.",
        sortOptions = false,
        footer = {"", "Exit code 0 if all bits agree, 1 if not. The last line on standard output is for programs."})
public final class VerifyCommand implements Callable<Integer> {

    private static final String STRUCTURE = "lanewise.structure";

    @Parameters(index = "0", paramLabel = "FILE", description = "A model that train wrote.")
    private Path file = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Arguments.Count.class,
            defaultValue = "1",
            description = "The most threads to train with (${DEFAULT-VALUE}); the result does not depend on it.")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public VerifyCommand() {}

    @Override
    public Integer call() throws Exception {
        if (Files.notExists(file)) {
            throw new CommandException("found no file " + file);
        }
        return verify(entry());
    }

    /** The model of the command line that has the file's structure. */
    private ModelEntry<?> entry() throws IOException, CommandException {
        String structure = Safetensors.read(file).metadata(STRUCTURE);
        Optional<ModelEntry<?>> found = Models.all().stream()
                .filter(entry -> entry.factory().apply(1).structure().equals(structure))
                .findFirst();
        return found.orElseThrow(() ->
                new CommandException(file + ": expected one of the models " + Models.names() + ", found another"));
    }

    private <M extends AutoencoderModel> int verify(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        M saved = entry.loader().load(file);
        Provenance provenance = saved.provenance();
        if (provenance.seed().isEmpty() || provenance.runs().isEmpty()) {
            throw new CommandException(file + ": does not say how the model came to be");
        }
        DataSet train = data.load(console, entry).train();
        M again = entry.factory().apply(provenance.seed().getAsLong());
        int epochs = 0;
        for (Provenance.Run run : provenance.runs()) {
            requireData(run, train);
            String warmUp = run.latentWarmUp().equals(LatentWarmUp.NONE)
                    ? ""
                    : ", latent warm-up " + run.latentWarmUp().text();
            console.println("%s: seed %d, %s%s, %d epochs in batches of %d"
                    .formatted(
                            entry.name(), run.seed(), run.optimizer().text(), warmUp, run.epochs(), run.batchSize()));
            console.flush();
            repeat(run, again, train, new ProgressDisplay(console, ProgressDisplay.inTerminal()));
            List<String> digests = again.provenance().runs().getLast().digests();
            for (int epoch = 0; epoch < run.epochs(); epoch++) {
                if (!digests.get(epoch).equals(run.digests().get(epoch))) {
                    return answer(console, entry, false, "the bits differ from epoch " + (epochs + epoch + 1) + " on");
                }
            }
            epochs += run.epochs();
        }
        return again.parameters().equals(saved.parameters())
                ? answer(console, entry, true, "all bits agree")
                : answer(console, entry, false, "the bits differ after epoch " + epochs);
    }

    private void requireData(Provenance.Run run, DataSet train) throws CommandException {
        if (!run.data().equals(train.fingerprint())) {
            throw new CommandException("--data: expected the data that the model was trained on, of fingerprint "
                    + run.data() + ", found " + train.fingerprint() + " in " + data.title());
        }
    }

    /** Trains as a run did, and stops where it did. */
    private void repeat(Provenance.Run run, AutoencoderModel model, DataSet train, ProgressDisplay display) {
        int epochs = run.epochs() + (run.steps() > 0 ? 1 : 0);
        if (epochs == 0) {
            return;
        }
        TrainingListener stop = new TrainingListener() {
            @Override
            public void stepEnded(TrainingProgress progress) {
                if (progress.epoch() > run.epochs() && progress.step() == run.steps()) {
                    progress.stop();
                }
            }
        };
        model.fit(
                train,
                Training.with(run.optimizer())
                        .epochs(epochs)
                        .batchSize(run.batchSize())
                        .seed(run.seed())
                        .latentWarmUp(run.latentWarmUp())
                        .threads(threads)
                        .listener(display)
                        .listener(stop));
    }

    private static int answer(PrintWriter console, ModelEntry<?> entry, boolean agrees, String words) {
        console.println(words);
        console.println(new ResultLine().with("model", entry.name()).with("agrees", String.valueOf(agrees)));
        console.flush();
        return agrees ? 0 : 1;
    }
}
