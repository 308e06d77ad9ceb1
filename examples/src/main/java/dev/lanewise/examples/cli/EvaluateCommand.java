package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import dev.lanewise.examples.findings.Finding;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.findings.Findings;
import dev.lanewise.examples.tables.Csv;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: what a trained model comes to on images that it was not trained on. */
@Command(
        name = "evaluate",
        description = "Measures a trained model on the validation and the test images.",
        sortOptions = false,
        footer = {
            "",
            "Writes report.txt and evaluation.csv; tables and charts beside them are of the test images.",
            "The last line on standard output is for programs."
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final String REPORT = "report.txt";
    private static final String TABLE = "evaluation.csv";

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

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            converter = Arguments.Count.class,
            description = "Images at a time, over which the sparsity penalty takes its means (the model's own).")
    private Optional<Integer> batchSize = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Arguments.Seed.class,
            defaultValue = "1",
            description = "What noise is drawn from (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (out/MODEL).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public EvaluateCommand() {}

    /** What was measured on one part of the data. */
    private record Measured(List<Finding> numbers, Findings findings) {}

    @Override
    public Integer call() throws Exception {
        return evaluate(entry);
    }

    private <M extends AutoencoderModel> int evaluate(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        M model = weights.load(entry);
        Split split = data.load(console, entry);
        OutputFolder folder = OutputFolder.open(out.orElse(entry.folder()), REPORT, TABLE);
        Measured validation = measure(entry, model, split.validation());
        Measured test = measure(entry, model, split.test());

        List<String> report = report(validation, test);
        report.forEach(console::println);
        folder.write(
                REPORT, stream -> stream.write((String.join("\n", report) + "\n").getBytes(StandardCharsets.UTF_8)));
        folder.write(TABLE, stream -> {
            Csv csv = new Csv(stream).row("set", "figure", "value");
            for (Finding number : validation.numbers()) {
                csv.row("validation", number.key(), number.written());
            }
            for (Finding number : test.numbers()) {
                csv.row("test", number.key(), number.written());
            }
        });
        for (Findings.Attachment file : test.findings().files()) {
            folder.attach(console, file);
        }
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(result(validation, test));
        console.flush();
        return 0;
    }

    private <M extends AutoencoderModel> Measured measure(ModelEntry<M> entry, M model, DataSet data) {
        Training batches = Training.with(new Nadam())
                .batchSize(batchSize.orElse(entry.defaults().batchSize()))
                .seed(seed);
        List<Finding> numbers = new ArrayList<>(List.of(new Finding("images", "images", data.rows(), Form.COUNT)));
        model.evaluate(data, batches).forEach((name, value) -> numbers.add(new Finding(name, name, value, Form.ERROR)));
        Findings findings = Study.full(entry, model, data, seed);
        numbers.addAll(findings.numbers());
        return new Measured(numbers, findings);
    }

    private List<String> report(Measured validation, Measured test) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.title() + " (" + weights.file(entry) + ") on " + data.title());
        lines.add("");
        int width = validation.numbers().stream()
                .mapToInt(number -> number.label().length())
                .max()
                .orElse(1);
        String line = "%-" + width + "s  %12s  %12s";
        lines.add(String.format(Locale.ROOT, line, "", "validation", "test"));
        for (int i = 0; i < validation.numbers().size(); i++) {
            Finding number = validation.numbers().get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    line,
                    number.label(),
                    number.shown(),
                    test.numbers().get(i).shown()));
        }
        if (!test.findings().details().isEmpty()) {
            lines.add("");
            lines.add("On the test images:");
            lines.addAll(test.findings().details());
        }
        return lines;
    }

    private String result(Measured validation, Measured test) {
        ResultLine line = new ResultLine().with("model", entry.name()).with("seed", seed);
        validation.numbers().forEach(number -> line.with("val_" + number.key(), number.written()));
        test.numbers().forEach(number -> line.with("test_" + number.key(), number.written()));
        return line.toString();
    }
}
