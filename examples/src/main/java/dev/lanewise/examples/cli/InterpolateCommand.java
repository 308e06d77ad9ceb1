package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.measures.Interpolation;
import dev.lanewise.examples.pictures.PictureGrid;
import dev.lanewise.examples.pictures.Strip;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code interpolate}: what lies between codings, decoded. */
@Command(
        name = "interpolate",
        description = "Decodes codings along an axis, or between those of two images.",
        sortOptions = false,
        footer = {
            "",
            "Along an axis (--axis), the other codings are 0. Between images (--between), the row beneath overlays their",
            "pixels, for comparison. Writes a picture and the same images as CSV."
        })
public final class InterpolateCommand implements Callable<Integer> {
    private static final String PICTURE = "interpolation.png";
    private static final String CSV = "interpolation.csv";
    private static final double REACH = 0.8;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = Arguments.Model.class,
            completionCandidates = Arguments.ModelNames.class,
            description = "Which model: ${COMPLETION-CANDIDATES}.")
    private ModelEntry<?> entry = Models.first();

    @Mixin
    private Weights weights = new Weights();

    @Option(
            names = "--axis",
            paramLabel = "D",
            converter = Arguments.Index.class,
            description = "The coding to change, counted from 0.")
    private Optional<Integer> axis = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "X",
            converter = Arguments.Finite.class,
            description = "Where the axis starts (-0.8).")
    private Optional<Double> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "X",
            converter = Arguments.Finite.class,
            description = "Where the axis ends (0.8).")
    private Optional<Double> to = Optional.empty();

    @Option(
            names = "--between",
            paramLabel = "I,J",
            converter = Arguments.TwoRows.class,
            description = "Two images of the set, counted from 0.")
    private Optional<Arguments.Pair> between = Optional.empty();

    @Option(names = "--spherical", description = "Between images: along a great circle, not a straight line.")
    private boolean spherical;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Arguments.Steps.class,
            defaultValue = "7",
            description = "How many images, the ends included (${DEFAULT-VALUE}).")
    private int steps = 7;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PartOption part = new PartOption();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (out/MODEL).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli, which fills in the options. */
    public InterpolateCommand() {}

    /** What is shown: above each column what it is, and rows of images. */
    private record Shown(String title, List<String> headings, List<Strip> strips) {}

    @Override
    public Integer call() throws Exception {
        checkTogether();
        return interpolate(entry);
    }

    private void checkTogether() {
        if (axis.isPresent() == between.isPresent()) {
            throw wrong("expected either --axis or --between, found " + (axis.isPresent() ? "both" : "neither"));
        }
        if (between.isPresent() && (from.isPresent() || to.isPresent())) {
            throw wrong("--from and --to go with --axis, found --between");
        }
        if (axis.isPresent() && spherical) {
            throw wrong("--spherical goes with --between, found --axis");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private <M extends AutoencoderModel> int interpolate(ModelEntry<M> entry) throws IOException, CommandException {
        PrintWriter console = spec.commandLine().getOut();
        if (entry.kind().samplesByClass().isPresent()) {
            throw wrong("expected a model that decodes codings alone, found " + entry.name()
                    + ", which is told a class with them");
        }
        M model = weights.load(entry);
        Shown shown = axis.isPresent()
                ? alongAxis(model, axis.get())
                : betweenImages(model, between.orElseThrow(), part.of(data.load(console, entry)));
        OutputFolder folder = OutputFolder.open(out.orElse(entry.folder()), PICTURE, CSV);

        folder.write(
                PICTURE,
                new PictureGrid(shown.title(), Models.SIDE, Models.SIDE, shown.strips()).headed(shown.headings())
                        ::writePng);
        folder.write(CSV, stream -> table(shown, stream));
        folder.written().forEach(file -> console.println("wrote " + file));
        console.println(new ResultLine().with("model", entry.name()).with("steps", steps));
        console.flush();
        return 0;
    }

    private Shown alongAxis(AutoencoderModel model, int dimension) {
        // What the encoder makes of one black image tells how many codings there are.
        int codings = model.encode(Matrix.zeros(1, Models.SIDE * Models.SIDE)).columns();
        if (dimension >= codings) {
            throw wrong("--axis: expected 0 to %d, the codings of %s, found %d"
                    .formatted(codings - 1, entry.name(), dimension));
        }
        float[] start = new float[codings];
        float[] end = new float[codings];
        start[dimension] = from.orElse(-REACH).floatValue();
        end[dimension] = to.orElse(REACH).floatValue();
        Matrix way = Interpolation.LINEAR.between(start, end, steps);
        return new Shown(
                "%s: coding %d, the others 0".formatted(entry.title(), dimension),
                IntStream.range(0, steps)
                        .mapToObj(step -> number(way.get(step, dimension)))
                        .toList(),
                List.of(new Strip("decoded", model.decode(way))));
    }

    private Shown betweenImages(AutoencoderModel model, Arguments.Pair pair, DataSet images) {
        for (int row : List.of(pair.first(), pair.second())) {
            if (row >= images.rows()) {
                throw wrong("--between: expected 0 to %d, the %s, found %d"
                        .formatted(images.rows() - 1, part.title(), row));
            }
        }
        Matrix ends = images.select(pair.first(), pair.second()).matrix();
        Matrix codings = model.encode(ends);
        Interpolation interpolation = spherical ? Interpolation.SPHERICAL : Interpolation.LINEAR;
        Matrix way = interpolation.between(codings.row(0), codings.row(1), steps);
        return new Shown(
                "%s: from image %d to image %d of the %s%s"
                        .formatted(
                                entry.title(),
                                pair.first(),
                                pair.second(),
                                part.title(),
                                spherical ? ", spherical" : ""),
                IntStream.range(0, steps)
                        .mapToObj(step -> number(step / (steps - 1.0)))
                        .toList(),
                List.of(
                        new Strip("codings", model.decode(way)),
                        new Strip("pixels", Interpolation.LINEAR.between(ends.row(0), ends.row(1), steps))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void table(Shown shown, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("row", "position"));
        header.addAll(Csv.header("pixel", Models.SIDE * Models.SIDE));
        Csv csv = new Csv(out).row(header);
        for (Strip strip : shown.strips()) {
            for (int step = 0; step < strip.images().rows(); step++) {
                List<String> cells =
                        new ArrayList<>(List.of(strip.label(), shown.headings().get(step)));
                for (float pixel : strip.images().row(step)) {
                    cells.add(Float.toString(pixel));
                }
                csv.row(cells);
            }
        }
    }
}
