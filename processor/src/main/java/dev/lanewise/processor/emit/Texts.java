package dev.lanewise.processor.emit;

import dev.lanewise.Loss;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Figure;
import dev.lanewise.processor.plan.OwnFunction;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A model in words: its canonical structure, and the summary for people. */
final class Texts {

    private Texts() {}

    /**
     * The canonical text of a model's structure, one line per layer in the order of computation. Two models of the same
     * text can load each other's files, so what it says must not change lightly.
     */
    static String structure(Model model) {
        List<String> lines = new ArrayList<>();
        String condition = model.condition().map(shape -> " condition=" + shape).orElse("");
        String loss = model.lossBy().map(by -> "loss_by=" + by).orElseGet(() -> "loss=" + Figure.nameOf(model.loss()));
        lines.add("autoencoder input=" + model.shape() + condition + " " + loss);
        model.nodes().forEach(node -> lines.add(structure(node)));
        OwnFunction.of(model).forEach(own -> lines.add(ExpressionText.canonical(own.function())));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String structure(Node node) {
        String inputs = node.inputs().stream().map(Value::qualifiedName).collect(Collectors.joining(", ", "(", ")"));
        return node.value().qualifiedName() + " = "
                + switch (node.layer()) {
                    case Layer.Dense layer -> "dense" + inputs + " units=" + layer.units() + " " + structure(layer);
                    case Layer.DenseTransposed layer ->
                        "dense_transposed" + inputs + " of=" + tied(node).qualifiedName() + " " + structure(layer);
                    case Layer.Dropout layer -> "dropout" + inputs + " rate=" + layer.rate();
                    case Layer.GaussianNoise layer -> "gaussian_noise" + inputs + " stddev=" + layer.stddev();
                    case Layer.ActivityRegularization layer ->
                        "activity_regularization" + inputs + " l1=" + layer.l1() + " l2=" + layer.l2() + " per="
                                + lowerCase(layer.per());
                    case Layer.KlSparsity layer ->
                        "kl_sparsity" + inputs + " weight=" + layer.weight() + " target=" + layer.target() + " per="
                                + lowerCase(layer.per());
                    case Layer.OwnPenalty layer ->
                        "penalty" + inputs + " by=" + layer.by() + " weight=" + layer.weight() + " per="
                                + lowerCase(layer.per());
                    case Layer.Sampling layer -> "sampling" + inputs + " beta=" + layer.beta();
                    case Layer.Concat unused -> "concat" + inputs;
                    case Layer.Add unused -> "add" + inputs;
                };
    }

    private static Value tied(Node node) {
        return node.tied().orElseThrow();
    }

    private static String structure(Layer.FullyConnected layer) {
        return layer.activationBy()
                .map(by -> "activation_by=" + by)
                .orElseGet(() -> "activation=" + lowerCase(layer.activation()));
    }

    private static String activation(Layer.FullyConnected layer) {
        return layer.activationBy().orElseGet(() -> lowerCase(layer.activation()));
    }

    private static String lossWords(Loss loss) {
        return switch (loss) {
            case MSE -> "mean squared error";
            case MAE -> "mean absolute error";
            case HUBER -> "Huber loss";
            case BINARY_CROSS_ENTROPY -> "binary cross-entropy";
        };
    }

    /** As in {@code 784 → 30 → 784, mean squared error}. */
    static String headline(Model model) {
        String condition = model.conditionValue()
                .map(value -> " on a condition of " + value.width())
                .orElse("");
        String loss = model.lossBy().map(by -> by + " as loss").orElseGet(() -> lossWords(model.loss()));
        return model.input().width() + " → " + model.encoder().result().width() + " → "
                + model.decoder().result().width() + condition + ", " + loss;
    }

    /** What the methods of every model take and answer, of this one. */
    static String shapes(Model model) {
        String input = "B × " + model.input().width();
        String codings = "B × " + model.encoder().result().width();
        return "Of B rows: {@link #encode} is " + input + " → " + codings + ", {@link #decode} is " + codings + " → "
                + input + ",\n{@link #reconstruct} is " + input + " → " + input + ".";
    }

    /** A table: one line per layer with its name, computation, widths, parameters and multiply-adds; totals below. */
    static List<String> summary(Plan plan) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("layer", "computes", "", "", "parameters", "multiply-adds/row"));
        for (Part part : List.of(plan.model().encoder(), plan.model().decoder())) {
            rows.add(new Row(part.name(), "", "", "", "", ""));
            part.nodes().forEach(node -> rows.add(row(node, plan)));
        }
        long parameters = plan.parameters().stream().mapToLong(Parameter::count).sum();
        long multiplyAdds =
                plan.model().nodes().stream().mapToLong(Texts::multiplyAdds).sum();
        rows.add(new Row("total", "", "", "", grouped(parameters), grouped(multiplyAdds)));
        return table(rows);
    }

    private static List<String> table(List<Row> rows) {
        int names = longest(rows, Row::name);
        int works = longest(rows, Row::work);
        int ins = longest(rows, Row::in);
        int outs = longest(rows, Row::out);
        int counts = longest(rows, Row::parameters);
        int products = longest(rows, Row::multiplyAdds);
        return rows.stream()
                .map(row -> left(row.name(), names) + "  " + left(row.work(), works) + "  " + right(row.in(), ins)
                        + (row.in().isEmpty() ? "   " : " → ") + right(row.out(), outs) + "  "
                        + right(row.parameters(), counts) + "  " + right(row.multiplyAdds(), products))
                .map(String::stripTrailing)
                .toList();
    }

    private record Row(String name, String work, String in, String out, String parameters, String multiplyAdds) {}

    private static Row row(Node node, Plan plan) {
        long count = plan.parameters().stream()
                .filter(parameter -> parameter.layer().equals(node.value()))
                .mapToLong(Parameter::count)
                .sum();
        return new Row(
                "  " + node.value().name(),
                work(node),
                widthOfInputs(node),
                String.valueOf(node.value().width()),
                count == 0 ? "" : grouped(count),
                multiplyAdds(node) == 0 ? "" : grouped(multiplyAdds(node)));
    }

    /** Of its matrix product, for one row. */
    private static long multiplyAdds(Node node) {
        return node.layer() instanceof Layer.FullyConnected
                ? (long) node.input().width() * node.value().width()
                : 0;
    }

    private static String widthOfInputs(Node node) {
        return node.layer() instanceof Layer.Concat
                ? node.inputs().stream()
                        .map(value -> String.valueOf(value.width()))
                        .collect(Collectors.joining(" + "))
                : String.valueOf(node.input().width());
    }

    private static String work(Node node) {
        String inputs = node.inputs().stream().map(Value::name).collect(Collectors.joining(", ", "(", ")"));
        return switch (node.layer()) {
            case Layer.Dense layer -> "dense" + inputs + ", " + activation(layer);
            case Layer.DenseTransposed layer ->
                "dense" + inputs + ", " + activation(layer) + ", tied to "
                        + tied(node).qualifiedName();
            case Layer.Dropout layer -> "dropout" + inputs + ", rate " + layer.rate();
            case Layer.GaussianNoise layer -> "noise" + inputs + ", deviation " + layer.stddev();
            case Layer.ActivityRegularization layer ->
                "regularized" + inputs
                        + (layer.l1() == 0 ? "" : ", l1 " + layer.l1())
                        + (layer.l2() == 0 ? "" : ", l2 " + layer.l2());
            case Layer.KlSparsity layer -> "sparse" + inputs + ", target " + layer.target();
            case Layer.OwnPenalty layer -> "penalized" + inputs + ", " + layer.by() + ", weight " + layer.weight();
            case Layer.Sampling unused -> "sampled" + inputs;
            case Layer.Concat unused -> "side by side" + inputs;
            case Layer.Add unused -> "sum" + inputs;
        };
    }

    private static int longest(List<Row> rows, Function<Row, String> cell) {
        return rows.stream().map(cell).mapToInt(String::length).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    /** As in {@code 1,234,567}. */
    private static String grouped(long number) {
        return number < 1000
                ? String.valueOf(number)
                : grouped(number / 1000) + ","
                        + String.valueOf(1000 + number % 1000).substring(1);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
