package dev.lanewise.runtime;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.training.Checkpointing;
import dev.lanewise.training.History;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingDivergedException;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import dev.lanewise.training.UpdateRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The training loop: epochs of shuffled batches, each epoch followed by the validation data. All workers run the loop
 * side by side, each on its rows of a batch; the first of them keeps the figures and speaks to the listeners.
 */
final class Trainer implements TrainingProgress {

    /** Rows whose memory is asked for together, for the order of an epoch is no order that a processor could foresee. */
    private static final int PREFETCHED = 8;

    private final CompiledModel model;
    private final DataSet data;
    private final Training training;
    private final TrainingPass pass;
    private final UpdateRule rule;
    private final int[] order;
    private final TrainingListener[] listeners;
    private final int checkpointEvery;
    private final TeamSize teamSize;
    private final Consumer<Worker> share = this::train;
    private final List<History.Epoch> history = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    /** How the model came to be, this run not included. */
    private final Provenance before;

    private String fingerprint = "";
    private int epoch;
    private int step;
    private int rows;
    private long stepsTaken;
    private double loss;
    private boolean stopAsked;
    /** The leader's {@link #stopAsked}, as the whole team sees it after a barrier. */
    private boolean stopping;
    /** The step that the team is to stop before, to be sized anew. */
    private int stretchEnd;

    Trainer(CompiledModel model, DataSet data, Training training, UpdateRule rule) {
        this.model = model;
        this.data = data;
        this.training = training;
        this.rule = rule;
        this.before = model.provenance();
        this.pass = model.trainingPass(training.batchSize());
        this.order = new int[data.rows()];
        this.listeners = training.listeners().toArray(TrainingListener[]::new);
        this.checkpointEvery =
                training.checkpointing().map(Checkpointing::everySteps).orElse(0);
        this.teamSize = new TeamSize(training.threads());
        this.epoch = 1;
    }

    /** Goes on where a checkpoint stands, the model's parameters and their state being there already. */
    void resume(Checkpoint.Position at, List<String> digestsSoFar) {
        epoch = at.epoch();
        step = at.step();
        rows = at.rows();
        stepsTaken = at.stepsTaken();
        for (int i = 0; i < at.sums().length; i++) {
            pass.figures().get(i).resume(at.sums()[i]);
        }
        for (long taken = 1; taken <= stepsTaken; taken++) {
            rule.advance(taken, 1);
        }
        history.addAll(at.history());
        digests.addAll(digestsSoFar);
    }

    History run() {
        try (Team team = new Team(training.threads(), new SeededNoise(training.seed()))) {
            while (epoch <= training.epochs() && !stopAsked) {
                epoch(team);
            }
        }
        return new History(history);
    }

    /** One epoch, or the rest of it. */
    private void epoch(Team team) {
        CounterRandom.permutation(training.seed(), epoch, order);
        int rowsBefore = rows;
        long start = System.nanoTime();
        while (step < steps() && !stopAsked) {
            stretch(team);
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        boolean broken = step < steps();
        if (broken) {
            checkpoint();
        } else {
            digests.add(Digests.sha256(model.parameterList()));
        }
        Map<String, Double> figures = new LinkedHashMap<>(costs("", pass, rows));
        training.validation()
                .ifPresent(valid -> figures.putAll(means("val_", evaluate(team, pass, valid), valid.rows())));
        History.Epoch ended = new History.Epoch(epoch, figures, seconds, (rows - rowsBefore) / seconds);
        history.add(ended);
        for (TrainingListener listener : listeners) {
            listener.epochEnded(this, ended);
        }
        if (!broken) {
            begin(epoch + 1);
            checkpoint();
        }
    }

    /** So many steps, or the rest of the epoch, with the workers that are best at the moment. */
    private void stretch(Team team) {
        int from = step;
        stretchEnd = Math.min(steps(), from + teamSize.steps());
        long start = System.nanoTime();
        team.run(teamSize.workers(), share);
        teamSize.took(step - from, System.nanoTime() - start);
    }

    private void begin(int next) {
        epoch = next;
        step = 0;
        rows = 0;
        pass.figures().forEach(Figure::clear);
    }

    /** How the model came to be, this run so far included. */
    Provenance provenance() {
        if (fingerprint.isEmpty()) {
            fingerprint = data.fingerprint();
        }
        List<Provenance.Run> runs = new ArrayList<>(before.runs());
        runs.add(new Provenance.Run(
                training.optimizer(),
                digests.size(),
                step < steps() ? step : 0,
                training.batchSize(),
                training.seed(),
                training.latentWarmUp(),
                fingerprint,
                digests));
        return new Provenance(before.seed(), runs);
    }

    /** What identifies the validation data in a checkpoint. */
    static String validationFingerprint(Training training) {
        return training.validation().map(DataSet::fingerprint).orElse("none");
    }

    private void checkpoint() {
        training.checkpointing().ifPresent(there -> {
            double[] sums = pass.figures().stream().mapToDouble(Figure::sum).toArray();
            Checkpoint.Position at = new Checkpoint.Position(epoch, step, rows, stepsTaken, sums, history);
            try {
                Checkpoint.write(there.file(), model, provenance(), validationFingerprint(training), at);
            } catch (IOException e) {
                throw new UncheckedIOException("the checkpoint " + there.file() + " could not be written", e);
            }
        });
    }

    /** One worker's share of a stretch. */
    private void train(Worker worker) {
        int batchSize = training.batchSize();
        worker.weighLatentLoss(training.latentWarmUp().share(epoch));
        for (int at = step; at < stretchEnd; at++) {
            int first = at * batchSize;
            int batch = Math.min(batchSize, order.length - first);
            worker.take(batch, epoch, at);
            if (worker.leads()) {
                rule.advance(stepsTaken + 1, 1);
                stopping = stopAsked;
            }
            read(worker, first);
            pass.forward(worker);
            pass.backward(worker);
            worker.await();
            if (stopping) {
                return;
            }
            if (!pass.finite(batch)) {
                throw new TrainingDivergedException(epoch, at + 1, pass.firstNotFinite(batch));
            }
            if (worker.leads()) {
                collect(batch);
            }
            pass.update(worker, rule);
            worker.await();
            if (worker.leads()) {
                stepEnded();
            }
        }
    }

    /**
     * Between two steps. The other workers may be at the next batch already, but cannot move a parameter before the leader joins
     * them.
     */
    private void stepEnded() {
        int every = checkpointEvery;
        if (every > 0 && step % every == 0 && step < steps()) {
            checkpoint();
        }
        for (TrainingListener listener : listeners) {
            listener.stepEnded(this);
        }
    }

    private void read(Worker worker, int first) {
        int end = worker.from() + worker.rows();
        for (int block = worker.from(); block < end; block += PREFETCHED) {
            int blockEnd = Math.min(block + PREFETCHED, end);
            for (int row = block; row < blockEnd; row++) {
                data.prefetch(order[first + row]);
            }
            for (int row = block; row < blockEnd; row++) {
                pass.read(data, order[first + row], row);
            }
        }
    }

    private void collect(int batch) {
        loss = 0;
        for (int i = 0; i < pass.figures().size(); i++) {
            Figure figure = pass.figures().get(i);
            if (figure.partOfCost()) {
                loss += figure.collect(batch);
            }
        }
        rows += batch;
        step++;
        stepsTaken++;
    }

    /** Leaves the figures of the whole data in the pass. */
    static TrainingPass evaluate(Team team, TrainingPass pass, DataSet data) {
        pass.figures().forEach(Figure::clear);
        team.run(worker -> {
            int batchSize = pass.capacity();
            for (int first = 0; first < data.rows(); first += batchSize) {
                int batch = Math.min(batchSize, data.rows() - first);
                worker.take(batch, 0, first / batchSize);
                for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
                    pass.read(data, first + row, row);
                }
                pass.validate(worker);
                worker.await();
                if (worker.leads()) {
                    for (Figure figure : pass.figures()) {
                        figure.collect(batch);
                    }
                }
                worker.await();
            }
        });
        return pass;
    }

    /** The cost and its terms, by their names. */
    private static Map<String, Double> costs(String prefix, TrainingPass pass, int rows) {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put(prefix + "loss", 0.0);
        for (Figure figure : pass.figures()) {
            if (figure.partOfCost()) {
                costs.put(prefix + figure.name(), figure.mean(rows));
                costs.merge(prefix + "loss", figure.mean(rows), Double::sum);
            }
        }
        return costs;
    }

    /** The cost, its terms, and what is reported beside them, by their names. */
    static Map<String, Double> means(String prefix, TrainingPass pass, int rows) {
        Map<String, Double> means = costs(prefix, pass, rows);
        for (Figure figure : pass.figures()) {
            if (!figure.partOfCost()) {
                means.put(prefix + figure.name(), figure.mean(rows));
            }
        }
        return means;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return training.epochs();
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public int steps() {
        return Math.ceilDiv(order.length, training.batchSize());
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public AutoencoderModel snapshot() {
        return model.copy(provenance());
    }

    @Override
    public void stop() {
        stopAsked = true;
    }
}
