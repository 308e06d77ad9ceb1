package dev.lanewise.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** Who uses a model: any number of inference calls, or one training run. */
final class Usage {

    private static final int TRAINING = -1;

    /** The number of inference calls under way, or {@link #TRAINING}. */
    private final AtomicInteger users = new AtomicInteger();

    void beginInference() {
        int seen;
        do {
            seen = users.get();
            if (seen == TRAINING) {
                throw new IllegalStateException(
                        "the model is being trained; use a snapshot given to a TrainingListener, "
                                + "or call again when fit has returned");
            }
        } while (!users.compareAndSet(seen, seen + 1));
    }

    void endInference() {
        users.decrementAndGet();
    }

    void beginTraining() {
        if (!users.compareAndSet(0, TRAINING)) {
            throw new IllegalStateException(
                    users.get() == TRAINING
                            ? "the model is being trained already"
                            : "the model cannot be trained while another thread runs inference on it");
        }
    }

    void endTraining() {
        users.set(0);
    }
}
