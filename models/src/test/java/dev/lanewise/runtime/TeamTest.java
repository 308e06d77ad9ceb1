package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void nobodyPassesABarrierBeforeAllHaveComeToIt(int size) {
        AtomicInteger count = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        try (Team team = new Team(size, NoiseSource.NONE)) {
            for (int task = 0; task < 3; task++) {
                count.set(0);
                team.run(worker -> {
                    for (int round = 1; round <= 500; round++) {
                        count.incrementAndGet();
                        worker.await();
                        if (count.get() != round * size) {
                            early.incrementAndGet();
                        }
                        worker.await();
                    }
                });
                assertEquals(500 * size, count.get());
            }
        }
        assertEquals(0, early.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void sharesCoverABatchOnceAndInOrder(int size) {
        for (int rows : new int[] {1, 2, 7, 8, 31, 32, 33, 100, 1024}) {
            int[] owners = new int[rows];
            try (Team team = new Team(size, NoiseSource.NONE)) {
                team.run(worker -> {
                    worker.take(rows, 1, 0);
                    synchronized (owners) {
                        for (int row = worker.from(); row < worker.from() + worker.rows(); row++) {
                            owners[row]++;
                        }
                    }
                });
            }
            for (int owner : owners) {
                assertEquals(1, owner);
            }
        }
    }

    @Test
    void aFailureInOneWorkerEndsTheTaskAndReachesTheCaller() {
        RuntimeException failure = new RuntimeException("on purpose");
        try (Team team = new Team(3, NoiseSource.NONE)) {
            for (int task = 0; task < 20; task++) {
                RuntimeException seen = assertThrows(
                        RuntimeException.class,
                        () -> team.run(worker -> {
                            worker.await();
                            if (worker.leads()) {
                                throw failure;
                            }
                            worker.await();
                        }));
                assertSame(failure, seen);
            }
            AtomicInteger after = new AtomicInteger();
            team.run(worker -> {
                worker.await();
                after.incrementAndGet();
            });
            assertEquals(3, after.get());
        }
    }
}
