package dev.lanewise.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A fixed number of threads that run the same straight-line code, each on its share of the rows, and meet at barriers.
 *
 * <p>The calling thread is worker 0. A thread that waits spins for about as long as the uneven rest of a step takes, then
 * yields, then sleeps in short naps, so that a busy machine gets its core back. It spins without a pause instruction: on a virtual
 * machine that may trap, and cost tens of microseconds (a third of the throughput of two threads, where it was measured).
 */
final class Team implements AutoCloseable {

    private static final int SPINS = 30_000;
    private static final int YIELDS = 2_000;
    private static final long NAP_NANOS = 50_000;

    private final Worker[] workers;
    private volatile Consumer<Worker> task = worker -> {};
    /** Raised by one to start a task. */
    private volatile int round;
    /** Helpers that have ended the current task. */
    private final AtomicInteger ended = new AtomicInteger();
    /** Workers that have reached the current barrier. */
    private final AtomicInteger arrived = new AtomicInteger();
    /** Raised by one when a barrier opens. */
    private volatile int opened;

    private volatile boolean failed;
    private volatile boolean closed;
    private Throwable failure = new Broken();

    /** Thrown in the workers that wait for one that failed. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken() {
            super("another worker failed", null, false, false);
        }
    }

    /** Starts the helpers; {@link #close} ends them. */
    Team(int size, NoiseSource noise) {
        workers = new Worker[size];
        for (int i = 0; i < size; i++) {
            workers[i] = new Worker(this, i, noise);
        }
        for (int i = 1; i < size; i++) {
            Worker worker = workers[i];
            Thread.ofPlatform().daemon().name("lanewise-worker-" + i).start(() -> serve(worker));
        }
    }

    /** The worker of the thread that calls {@link #run}. */
    Worker leader() {
        return workers[0];
    }

    int size() {
        return workers.length;
    }

    /**
     * Runs a task on every worker and returns when all have ended it.
     *
     * @throws RuntimeException what the first worker to fail threw
     */
    void run(Consumer<Worker> work) {
        task = work;
        failed = false;
        arrived.set(0);
        ended.set(0);
        round++;
        perform(workers[0]);
        for (int waits = 0; ended.get() < workers.length - 1; waits++) {
            pause(waits);
        }
        if (failed) {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    /** Waits until every worker has come to this point of the task. */
    void await() {
        if (workers.length == 1) {
            return;
        }
        int barrier = opened;
        if (arrived.incrementAndGet() == workers.length) {
            arrived.set(0);
            opened = barrier + 1;
            return;
        }
        for (int waits = 0; opened == barrier; waits++) {
            if (failed) {
                throw new Broken();
            }
            pause(waits);
        }
    }

    private void serve(Worker worker) {
        int seen = 0;
        while (true) {
            for (int waits = 0; round == seen; waits++) {
                if (closed) {
                    return;
                }
                pause(waits);
            }
            seen++;
            perform(worker);
            ended.incrementAndGet();
        }
    }

    private void perform(Worker worker) {
        try {
            task.accept(worker);
        } catch (Broken e) {
            // The worker that failed first has left its failure.
        } catch (Throwable e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        if (!failed) {
            failure = e;
            failed = true;
        }
    }

    private static void pause(int waits) {
        if (waits >= SPINS + YIELDS) {
            LockSupport.parkNanos(NAP_NANOS);
        } else if (waits >= SPINS) {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
