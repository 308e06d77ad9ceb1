package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Runs on machines that are simulated: a step with so many workers takes so many nanoseconds. */
class TeamSizeTest {

    private static final double BOTH_FREE = 100_000;
    private static final double ALONE = 180_000;
    private static final double IN_EACH_OTHERS_WAY = 250_000;

    @Test
    void aSingleWorkerIsNeverTimed() {
        TeamSize size = new TeamSize(1);
        size.took(1_000_000, 1);
        assertEquals(1, size.workers());
        assertEquals(1_000_000, size.steps());
    }

    @Test
    void allTakePartAtFirst() {
        assertEquals(7, new TeamSize(7).workers());
    }

    @Test
    void twoThatHelpEachOtherStayTogetherAndTrialsCostNextToNothing() {
        Machine machine = new Machine(new TeamSize(2), workers -> workers == 2 ? BOTH_FREE : ALONE);
        assertTrue(machine.nanosPerStep(100_000) < 1.015 * BOTH_FREE, machine::toString);
    }

    @Test
    void twoThatAreInEachOthersWayGiveWayToOne() {
        Machine machine = new Machine(new TeamSize(2), workers -> workers == 2 ? IN_EACH_OTHERS_WAY : ALONE);
        machine.nanosPerStep(10_000);
        assertTrue(machine.nanosPerStep(100_000) < 1.015 * ALONE, machine::toString);
    }

    @Test
    void theNumberFollowsAMachineThatChanges() {
        boolean[] free = {true};
        Machine machine = new Machine(
                new TeamSize(2), workers -> workers == 1 ? ALONE : free[0] ? BOTH_FREE : IN_EACH_OTHERS_WAY);
        machine.nanosPerStep(20_000);
        for (int change = 0; change < 10; change++) {
            machine.nanosPerStep(4_000);
            double best = free[0] ? BOTH_FREE : ALONE;
            assertTrue(machine.nanosPerStep(20_000) < 1.015 * best, machine::toString);
            free[0] = !free[0];
        }
    }

    @Test
    void stepsThatAreDisturbedNowAndThenDoNotMislead() {
        Random random = new Random(1);
        Machine machine = new Machine(
                new TeamSize(2), workers -> (workers == 2 ? BOTH_FREE : ALONE) * (random.nextInt(20) == 0 ? 10 : 1));
        double disturbed = (19 + 10) / 20.0;
        assertTrue(machine.nanosPerStep(200_000) < 1.06 * disturbed * BOTH_FREE, machine::toString);
    }

    @Test
    void theBestOfManyNumbersIsFound() {
        Machine machine = new Machine(new TeamSize(16), workers -> 800_000.0 / Math.min(workers, 4) + 10_000 * workers);
        machine.nanosPerStep(20_000);
        double best = 800_000.0 / 4 + 10_000 * 4;
        assertTrue(machine.nanosPerStep(100_000) < 1.03 * best, machine::toString);
    }

    @Test
    void trialsOfLongStepsAreFurtherApart() {
        Machine machine = new Machine(new TeamSize(2), workers -> (workers == 2 ? BOTH_FREE : ALONE) * 1_000);
        machine.nanosPerStep(4_000);
        assertTrue(machine.nanosPerStep(10_000) < 1.015 * 1_000 * BOTH_FREE, machine::toString);
    }

    /** Takes steps as the size asks for, cut by the ends of epochs of 1,719 steps. */
    private static final class Machine {

        private static final int EPOCH = 1_719;

        private final TeamSize size;
        private final IntToDoubleFunction nanosOfStep;
        private int step;
        private double last;

        Machine(TeamSize size, IntToDoubleFunction nanosOfStep) {
            this.size = size;
            this.nanosOfStep = nanosOfStep;
        }

        double nanosPerStep(int steps) {
            double all = 0;
            int taken = 0;
            while (taken < steps) {
                int stretch = Math.min(size.steps(), EPOCH - step);
                double nanos = 0;
                for (int i = 0; i < stretch; i++) {
                    nanos += nanosOfStep.applyAsDouble(size.workers());
                }
                size.took(stretch, Math.round(nanos));
                step = (step + stretch) % EPOCH;
                taken += stretch;
                all += nanos;
            }
            last = all / taken;
            return last;
        }

        @Override
        public String toString() {
            return last + " ns a step";
        }
    }
}
