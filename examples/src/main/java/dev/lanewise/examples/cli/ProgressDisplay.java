package dev.lanewise.examples.cli;

import dev.lanewise.training.History;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Shows how training is getting on: one line an epoch, and, in a terminal, a bar that moves on the line of the epoch
 * under way.
 */
final class ProgressDisplay implements TrainingListener {
    private static final int BAR = 20;
    private static final int LINE = 79;
    private static final long REFRESH_NANOS = 100_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private long epochStart = System.nanoTime();
    private long lastShown = epochStart;
    private double lossSum;

    /**
     * @param out where to
     * @param terminal whether a line can be written over, as in a terminal and not in a log
     */
    ProgressDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether standard output is a terminal. */
    static boolean inTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public void stepEnded(TrainingProgress progress) {
        lossSum += progress.loss();
        long now = System.nanoTime();
        if (terminal && now - lastShown >= REFRESH_NANOS) {
            lastShown = now;
            show(bar(progress, (now - epochStart) * 1e-9));
        }
    }

    private String bar(TrainingProgress progress, double seconds) {
        double share = (double) progress.step() / progress.steps();
        int done = (int) Math.round(BAR * share);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%  %,.0f images/s  loss %.5f",
                epoch(progress),
                "#".repeat(done),
                ".".repeat(BAR - done),
                100 * share,
                progress.rows() / seconds,
                lossSum / progress.step());
    }

    @Override
    public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
        StringJoiner figures = new StringJoiner("  ", epoch(progress) + "  ", "");
        for (Map.Entry<String, Double> figure : epoch.figures().entrySet()) {
            if (figure.getKey().endsWith("loss")) {
                figures.add(String.format(Locale.ROOT, "%s %.5f", figure.getKey(), figure.getValue()));
            }
        }
        figures.add(String.format(Locale.ROOT, "%.1f s", epoch.seconds()));
        figures.add(String.format(Locale.ROOT, "%,.0f images/s", epoch.imagesPerSecond()));
        if (terminal) {
            show(figures.toString());
            out.println();
        } else {
            out.println(figures);
        }
        out.flush();
        lossSum = 0;
        epochStart = System.nanoTime();
    }

    private static String epoch(TrainingProgress progress) {
        String of = Integer.toString(progress.epochs());
        return String.format(Locale.ROOT, "epoch %" + of.length() + "d/%s", progress.epoch(), of);
    }

    /** Writes over the line. */
    private void show(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, LINE - line.length())));
        out.flush();
    }
}
