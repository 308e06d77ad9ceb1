package dev.lanewise.peers.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures one table and writes it as Markdown. Started by the build, which knows where the class paths are:
 *
 * <pre>
 * mvn -q -f examples/peers compile -Dtable=training -Dargs="--data FOLDER --quick"
 * </pre>
 */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Measures Lanewise beside other libraries, and writes a table to examples/peers/target/tables.")
public final class Tables implements Callable<Integer> {

    @Parameters(description = "One of training, inference, matrices.")
    private String table = "";

    @Option(names = "--data", description = "The folder of Fashion-MNIST's IDX files, for training.")
    private Path data = Path.of("fashion-mnist");

    @Option(names = "--rounds", description = "How often every library gets its turn; 3, or 1 if quick.")
    private int rounds = -1;

    @Option(names = "--quick", description = "Short measurements in one round: to see that everything runs.")
    private boolean quick;

    @Option(
            names = "--more",
            description = "Add rounds to those of the last call; with 0 rounds, only write the table again.")
    private boolean more;

    @Option(
            names = "--libraries",
            split = ",",
            description = "Only these, such as tensorflow-java, and Lanewise, which always runs.")
    private List<String> libraries = List.of();

    @Option(names = "--tests", split = ",", description = "Only these examples (training) or batch sizes (matrices).")
    private List<String> tests = List.of();

    @Option(names = "--threads", split = ",", description = "Numbers of threads; 1,2 by default. Products use 1.")
    private List<Integer> threads = List.of(1, 2);

    private Tables() {}

    /**
     * Runs it.
     *
     * @param arguments the table and its options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Tables()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path peers = Path.of(System.getProperty("lanewise.peers"));
        Path file = peers.resolve("target/results/" + table + ".tsv");
        Results results = more ? Results.continued(file) : Results.fresh(file);
        Plan plan = new Plan(new Jvm(peers), data.toAbsolutePath(), quick, libraries, tests, threads);
        Table chosen = switch (table) {
            case "training" -> new TrainingTable();
            case "inference" -> new InferenceTable();
            case "matrices" -> new MatricesTable();
            default ->
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "table: expected training, inference or matrices, found " + table);
        };
        Surroundings before = Surroundings.now();
        int first = results.nextRound();
        int last = first + (rounds >= 0 ? rounds : quick ? 1 : 3) - 1;
        for (int round = first; round <= last; round++) {
            chosen.measure(plan, round, results);
        }
        Markdown page = new Markdown();
        page.paragraph(command(results.nextRound() - 1));
        page.paragraph(before + "; load after it " + Surroundings.now().load());
        page.paragraph("Libraries: " + String.join("; ", results.versions().values()) + ".");
        chosen.write(results, page);
        Path output = peers.resolve("target/tables/" + table + ".md");
        Files.createDirectories(output.getParent());
        Files.writeString(output, page.toString());
        System.out.print(page);
        return 0;
    }

    /** What measures the same again, wherever the data may be. */
    private String command(int allRounds) {
        String folder = table.equals("training") ? "--data FASHION-MNIST-FOLDER " : "";
        return """
                ```
                mvn -q -f examples/peers compile -Dtable=%s -Dargs="%s--rounds %d%s"
                ```""".formatted(table, folder, allRounds, quick ? " --quick" : "");
    }
}
