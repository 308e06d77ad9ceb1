package dev.lanewise.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A fixed number of threads that run the same straight-line code, each on its share of the rows, and meet at barriers.
 *
 * <p>The calling thread is worker 0. A task is run by all workers or by the first few; the others sleep meanwhile, for a core that
 * looks free may be half of a busy one.
 *
 * <p>A thread that waits for others of its task spins for about as long as the uneven rest of a step takes, then yields, then
 * sleeps in short naps, so that a busy machine gets its core back. It spins without a pause instruction: on a virtual machine that
 * may trap, and cost tens of microseconds (a third of the throughput of two threads, where it was measured).
 */
final class Team implements AutoCloseable {

    private static final int SPINS = 30_000;
    private static final int YIELDS = 2_000;
    private static final long NAP_NANOS = 50_000;

    /** A yield that takes longer has let another thread run, quite likely one of the team: who wakes up is given an idle core. */
    private static final long SHARED_NANOS = 20_000;

    /** Naps for that are so far apart: while the JVM compiles there are more threads than cores, and no idle core to move to. */
    private static final long MOVES_APART_NANOS = 4_000_000;

    private final Worker[] workers;
    /** The threads of the workers from 1 on. */
    private final Thread[] helpers;

    private Consumer<Worker> task = worker -> {};
    /** How many workers run the task. */
    private int size;
    /**
     * The number of the task, and below it the task's size, in one: a helper that sleeps through a task would otherwise take the
     * size of one for that of another.
     */
    private volatile long call;
    /** Helpers that have ended the current task. */
    private final AtomicInteger ended = new AtomicInteger();
    /** Workers that have reached the current barrier. */
    private final AtomicInteger arrived = new AtomicInteger();
    /** Raised by one when a barrier opens. */
    private volatile int opened;

    /** When a worker last napped to be moved; shared without care, as it decides about time alone. */
    private long lastMove;

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
    Team(int workers, NoiseSource noise) {
        this.size = workers;
        this.workers = new Worker[workers];
        this.helpers = new Thread[workers];
        for (int i = 0; i < workers; i++) {
            this.workers[i] = new Worker(this, i, noise);
        }
        for (int i = 1; i < workers; i++) {
            int index = i;
            helpers[i] =
                    Thread.ofPlatform().daemon().name("lanewise-worker-" + i).start(() -> serve(index));
        }
    }

    /** The worker of the thread that calls {@link #run}. */
    Worker leader() {
        return workers[0];
    }

    /** How many workers run the current task. */
    int size() {
        return size;
    }

    /** Runs a task on every worker and returns when all have ended it; see {@link #run(int, Consumer)}. */
    void run(Consumer<Worker> work) {
        run(workers.length, work);
    }

    /**
     * Runs a task on the first so many workers and returns when all of them have ended it.
     *
     * @throws RuntimeException what the first worker to fail threw
     */
    void run(int count, Consumer<Worker> work) {
        int awake = size;
        task = work;
        size = count;
        failed = false;
        arrived.set(0);
        ended.set(0);
        call = ((call >>> Integer.SIZE) + 1 << Integer.SIZE) + count;
        for (int i = awake; i < count; i++) {
            LockSupport.unpark(helpers[i]);
        }
        perform(workers[0]);
        for (int waits = 0; ended.get() < count - 1; waits++) {
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
        int barrier = opened;
        if (arrived.incrementAndGet() == size) {
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

    private void serve(int index) {
        long seen = 0;
        boolean takesPart = true;
        while (true) {
            for (int waits = 0; call == seen; waits++) {
                if (closed) {
                    return;
                }
                if (takesPart) {
                    pause(waits);
                } else {
                    LockSupport.park(this);
                }
            }
            seen = call;
            takesPart = index < (int) seen;
            if (takesPart) {
                perform(workers[index]);
                ended.incrementAndGet();
            }
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

    private void pause(int waits) {
        if (waits >= SPINS + YIELDS) {
            LockSupport.parkNanos(NAP_NANOS);
        } else if (waits >= SPINS) {
            long start = System.nanoTime();
            Thread.yield();
            long end = System.nanoTime();
            if (end - start > SHARED_NANOS && end - lastMove > MOVES_APART_NANOS) {
                lastMove = end;
                LockSupport.parkNanos(1);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (int i = size; i < helpers.length; i++) {
            LockSupport.unpark(helpers[i]);
        }
    }
}
