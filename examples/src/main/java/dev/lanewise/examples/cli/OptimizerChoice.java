package dev.lanewise.examples.cli;

import dev.lanewise.training.Adam;
import dev.lanewise.training.AdamW;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.RmsProp;
import dev.lanewise.training.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** The optimizers by the names they have on the command line, with the defaults of their classes. */
enum OptimizerChoice {
    SGD("sgd", Sgd::new, Sgd::new),
    SGD_MOMENTUM(
            "sgd-momentum", () -> new Sgd(new Sgd().learningRate(), 0.9, false), rate -> new Sgd(rate, 0.9, false)),
    SGD_NESTEROV("sgd-nesterov", () -> new Sgd(new Sgd().learningRate(), 0.9, true), rate -> new Sgd(rate, 0.9, true)),
    RMSPROP("rmsprop", RmsProp::new, RmsProp::new),
    ADAM("adam", Adam::new, Adam::new),
    ADAMW("adamw", AdamW::new, AdamW::new),
    NADAM("nadam", Nadam::new, Nadam::new);

    private final String label;
    private final Supplier<Optimizer> asIs;
    private final DoubleFunction<Optimizer> withRate;

    OptimizerChoice(String label, Supplier<Optimizer> asIs, DoubleFunction<Optimizer> withRate) {
        this.label = label;
        this.asIs = asIs;
        this.withRate = withRate;
    }

    /** The optimizer, with its own learning rate where none is given. */
    Optimizer optimizer(Optional<Double> learningRate) {
        return learningRate.isPresent() ? withRate.apply(learningRate.get()) : asIs.get();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(OptimizerChoice::toString).toList();
    }

    static Optional<OptimizerChoice> named(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label.equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
