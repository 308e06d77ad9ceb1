package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import dev.lanewise.examples.charts.Curve;
import dev.lanewise.examples.charts.LossChart;
import dev.lanewise.examples.findings.Finding;
import dev.lanewise.examples.findings.Findings;
import dev.lanewise.file.AtomicFile;
import dev.lanewise.training.CosineDecay;
import dev.lanewise.training.History;
import dev.lanewise.training.LatentWarmUp;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: trains a model, and leaves its history, its weights, a picture and a chart. */
@Command(
        name = "train",
        description = "Trains a model and writes its history, weights, reconstructions and loss chart.",
        sortOptions = false,
        footer = {
            "",
            "Epochs, batch size and optimizer are the model's own where nothing is said.",
            "The last line on standard output is for programs: seconds is the time spent in training,",
            "images_per_second the rate of the median epoch."
        })
public final class TrainCommand implements Callable<Integer> {
    private static final String HISTORY = "history.csv";
    private static final String PICTURE = "reconstructions.png";
    private static final String CHART = "loss.png";

    /** What share of the learning rate remains at the end of a run in which it falls. */
    private static final double LEAST_RATE = 0.02;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = Arguments.Model.class,
            completionCandidates = Arguments.ModelNames.class,
            description = "Which model: ${COMPLETION-CANDIDATES}.")
    private ModelEntry<?> entry = Models.first();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = Arguments.Count.class,
            description = "Passes over the data.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            converter = Arguments.Count.class,
            description = "Images a training step takes.")
    private Optional<Integer> batchSize = Optional.empty();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            converter = Arguments.OptimizerName.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Optional<OptimizerChoice> optimizer = Optional.empty();

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            converter = Arguments.Positive.class,
            description = "The optimizer's step size.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(
            names = "--decay-from",
            paramLabel = "X",
            converter = Arguments.Share.class,
            description = "After what share of the run the learning rate begins to fall along a cosine; 1 for never.")
    private Optional<Double> decayFrom = Optional.empty();

    @Option(
            names = "--latent-warm-up",
            paramLabel = "N",
            converter = Arguments.Index.class,
            description = "Epochs in which the latent loss comes up to its weight; 0 for none.")
    private Optional<Integer> latentWarmUp = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Arguments.Seed.class,
            defaultValue = "1",
            description = "What weights, shuffling and noise are drawn from (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Arguments.Count.class,
            defaultValue = "1",
            description = "The most threads to train with (${DEFAULT-VALUE}); the result does not depend on it.")
    private int threads = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (out/MODEL).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private CheckpointOptions checkpoints = new CheckpointOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public TrainCommand() {}

    @Override
    public Integer call() throws Exception {
        return train(entry);
    }

    private <M extends AutoencoderModel> int train(ModelEntry<M> model) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        Split split = data.load(console, model);
        Training training = training(model, split);
        OutputFolder folder = OutputFolder.open(out.orElse(model.folder()), HISTORY, Weights.FILE, PICTURE, CHART);
        announce(console, model, split, training);

        M trained = model.factory().apply(seed);
        History history = checkpoints.run(
                trained,
                split.train(),
                training.listener(new ProgressDisplay(console, ProgressDisplay.inTerminal()))
                        .listener(new Meanwhile(
                                split.train(), threads < Runtime.getRuntime().availableProcessors())),
                console);

        // The machine's other cores draw and measure meanwhile; files are written one by one, in this order.
        AtomicFile.Content chart = Ahead.content(chart(model, history)::writePng);
        Ahead<Findings> study = Ahead.of(() -> Study.brief(model, trained, split.validation(), seed));
        AtomicFile.Content picture = Ahead.content(Reconstructions.picture(
                model, trained, split.validation(), Part.VALIDATION.title() + " images", seed)::writePng);
        folder.write(HISTORY, stream -> HistoryCsv.write(history, stream));
        folder.save(Weights.FILE, trained::save);
        folder.write(PICTURE, picture);
        folder.attach(console, new Findings.Attachment(CHART, true, chart));
        List<Finding> findings = study.get().numbers();
        findings.forEach(finding -> console.println(finding.label() + ": " + finding.shown()));
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(result(model, history, findings));
        console.flush();
        return 0;
    }

    /**
     * A run ends with the data's fingerprint. A core that does not train computes it during the last epoch; where there is none, or no
     * epoch before that one, what draws is loaded beside it.
     */
    private record Meanwhile(DataSet data, boolean idleCore) implements TrainingListener {
        @Override
        public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
            int left = progress.epochs() - progress.epoch();
            boolean inTime = idleCore && progress.epochs() > 1;
            if (inTime && left == 1) {
                Ahead.of(data::fingerprint);
            } else if (!inTime && left == 0) {
                Ahead.of(LossChart::rehearse);
            }
        }
    }

    private Training training(ModelEntry<?> model, Split split) {
        ModelEntry.Defaults defaults = model.defaults();
        int batch = batchSize.orElse(defaults.batchSize());
        if (batch > split.train().rows()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--batch-size: expected at most the %d training images, found %d"
                            .formatted(split.train().rows(), batch));
        }
        if (latentWarmUp.isPresent() && model.kind().samples().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--latent-warm-up: expected a model whose codings are sampled, found %s".formatted(model.name()));
        }
        int passes = epochs.orElse(defaults.epochs());
        long steps = (long) passes * Math.ceilDiv(split.train().rows(), batch);
        return Training.with(scheduled(optimizer(defaults), decayFrom.orElse(defaults.decayFrom()), steps))
                .latentWarmUp(warmUp(defaults.latentWarmUp(), passes))
                .epochs(passes)
                .batchSize(batch)
                .seed(seed)
                .threads(threads)
                .validation(split.validation());
    }

    /** The model's learning rate goes with the model's optimizer; another optimizer comes with its own. */
    private Optimizer optimizer(ModelEntry.Defaults defaults) {
        Optional<Double> rate = optimizer.isPresent() ? Optional.empty() : defaults.learningRate();
        return optimizer.orElse(defaults.optimizer()).optimizer(learningRate.or(() -> rate));
    }

    /** The latent loss is whole in the last epoch at the latest, however short the run. */
    private LatentWarmUp warmUp(LatentWarmUp usual, int passes) {
        int rising = latentWarmUp.orElse(Math.min(usual.epochs(), passes - 1));
        return rising == 0 ? LatentWarmUp.NONE : new LatentWarmUp(usual.epochs() == 0 ? 0 : usual.from(), rising);
    }

    private static Optimizer scheduled(Optimizer optimizer, double decayFrom, long steps) {
        long from = (long) (decayFrom * steps);
        return from >= steps ? optimizer : new CosineDecay(optimizer, from, steps - from, LEAST_RATE);
    }

    private void announce(PrintWriter console, ModelEntry<?> model, Split split, Training training) {
        console.println(String.format(
                Locale.ROOT,
                "%s on %s: %,d images to train on, %,d for validation",
                model.name(),
                data.title(),
                split.train().rows(),
                split.validation().rows()));
        console.println(String.format(
                Locale.ROOT,
                "%s, learning rate %s%s, batches of %d, seed %d, %s%d thread%s",
                optimizer.orElse(model.defaults().optimizer()),
                training.optimizer().learningRate(),
                training.optimizer() instanceof CosineDecay decay ? " falling from step " + decay.from() + " on" : "",
                training.batchSize(),
                seed,
                threads == 1 ? "" : "up to ",
                threads,
                threads == 1 ? "" : "s"));
        console.flush();
    }

    private static LossChart chart(ModelEntry<?> model, History history) {
        boolean corrupts = model.kind().corrupts().isPresent();
        List<Curve> curves = List.of(
                curve(corrupts ? "training, corrupted input" : "training", "loss", history),
                curve(corrupts ? "validation, clean input" : "validation", "val_loss", history));
        return new LossChart(model.title(), lossTitle(history), curves);
    }

    /** The vertical axis: the figures after {@code loss} are the reconstruction loss and the penalties it is the sum of. */
    private static String lossTitle(History history) {
        List<String> figures = List.copyOf(history.last().figures().keySet());
        String title = switch (figures.get(1)) {
            case "mse" -> "mean squared error";
            case "mae" -> "mean absolute error";
            case "huber" -> "Huber";
            case "bce" -> "binary cross-entropy";
            default -> figures.get(1);
        };
        boolean penalties = figures.stream().skip(2).anyMatch(name -> !name.startsWith("val_") && !name.equals("mse"));
        return "Loss (" + title + (penalties ? " and penalties)" : ")");
    }

    private static Curve curve(String name, String figure, History history) {
        return new Curve(
                name,
                history.epochs().stream().map(epoch -> epoch.figure(figure)).toList());
    }

    private String result(ModelEntry<?> model, History history, List<Finding> findings) {
        ResultLine line = new ResultLine()
                .with("model", model.name())
                .with("epochs", history.epochs().size())
                .with("seed", seed);
        history.last().figures().forEach(line::with);
        findings.forEach(finding -> line.with("val_" + finding.key(), finding.written()));
        return line.with(
                        "seconds",
                        "%.3f",
                        history.epochs().stream()
                                .mapToDouble(History.Epoch::seconds)
                                .filter(Double::isFinite)
                                .sum())
                .with("images_per_second", "%.0f", medianRate(history))
                .toString();
    }

    private static double medianRate(History history) {
        double[] rates = history.epochs().stream()
                .mapToDouble(History.Epoch::imagesPerSecond)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (rates.length == 0) {
            return 0;
        }
        return (rates[(rates.length - 1) / 2] + rates[rates.length / 2]) / 2;
    }
}
