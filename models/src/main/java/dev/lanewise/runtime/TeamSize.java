package dev.lanewise.runtime;

/**
 * How many workers of a team a run makes use of, found out by trying, for what a further thread brings is the machine's to say: two
 * cores that share no cache need longer to hand over the parameters than the step of a small model takes, and a virtual machine may
 * be moved from one pair of cores to another at any time. Now and then half as many or twice as many workers are tried for some
 * milliseconds, and the run goes on with the faster number. Its results do not depend on it.
 *
 * <p>Trials become rarer as long as they change nothing, and come at once when steps have become slower.
 *
 * <p>A run asks for {@link #workers} and {@link #steps}, takes about so many steps with so many workers, and reports how long they
 * {@linkplain #took took}. Used by one thread at a time.
 */
final class TeamSize {

    /** How long a number of workers is timed in a trial, and how often; its best time counts, for a busy machine only adds to it. */
    private static final double TIMING_NANOS = 1.5e6;

    private static final int TIMINGS = 3;

    /** All lengths of time from here on are in timings: the one before the first trial, when most code has been compiled. */
    private static final double COMPILED = 1000;

    /** What the first rival gets before it is timed, for code that only it needs is yet to be compiled; then half as much, and so on. */
    private static final int LEAD_IN = 32;

    /** The time between two trials at first, and the longest before more or fewer workers are tried. */
    private static final double SOON = 32;

    private static final double MORE_AFTER = 512;
    private static final double FEWER_AFTER = 4096;

    /** The time between two reports. */
    private static final double REPORT = 16;

    /** What a rival has to gain to take over. */
    private static final double GAIN = 1.03;

    /** Steps that have become slower by so much call for a trial. */
    private static final double SLOWER = 1.15;

    private static final int MOST_STEPS = 1_000_000;

    private final int most;
    private int workers;
    /** Where rivals are looked for. */
    private boolean downwards = true;
    /** What is left of a trial, first the number in use, then its rival; 0 between trials. */
    private int timings;

    private int leadIn = LEAD_IN;
    private double best = Double.POSITIVE_INFINITY;
    private double rivalsBest;
    private double sinceTrial;
    private double untilTrial = COMPILED;
    private int steps;

    /** For a team of so many workers, all of which take part until another number has proved faster. */
    TeamSize(int most) {
        this.most = most;
        this.workers = most;
        this.steps = most == 1 ? MOST_STEPS : 1;
    }

    /** How many workers take the next steps. */
    int workers() {
        return rivalsTurn() ? rival() : workers;
    }

    /** About how many steps to take until the next report. */
    int steps() {
        return steps;
    }

    /** Takes a report: how long so many steps took with {@link #workers}. */
    void took(int stepsTaken, long nanos) {
        if (most == 1) {
            return;
        }
        double each = (double) nanos / stepsTaken;
        double timing = Math.max(each, TIMING_NANOS);
        if (timings > 0) {
            time(each);
        } else {
            sinceTrial += nanos / timing;
            if (sinceTrial >= untilTrial || each > SLOWER * best) {
                begin();
            }
        }
        double toReport = timings > 0 ? 1 : Math.min(REPORT, untilTrial - sinceTrial);
        steps = (int) Math.clamp(toReport * timing / each, 1, MOST_STEPS);
    }

    private void begin() {
        if (workers == (downwards ? 1 : most)) {
            downwards = !downwards;
        }
        timings = TIMINGS + leadIn + TIMINGS;
        best = Double.POSITIVE_INFINITY;
        rivalsBest = Double.POSITIVE_INFINITY;
    }

    private void time(double each) {
        if (!rivalsTurn()) {
            best = Math.min(best, each);
        } else if (timings <= TIMINGS) {
            rivalsBest = Math.min(rivalsBest, each);
        }
        timings--;
        if (timings == 0) {
            decide();
        }
    }

    private void decide() {
        if (rivalsBest * GAIN < best) {
            workers = rival();
            best = rivalsBest;
            untilTrial = SOON;
        } else {
            untilTrial = Math.min(2 * untilTrial, downwards ? FEWER_AFTER : MORE_AFTER);
            downwards = !downwards;
        }
        leadIn /= 2;
        sinceTrial = 0;
    }

    /** The number that is compared with {@link #workers} in a trial. */
    private int rival() {
        return downwards ? workers / 2 : Math.min(2 * workers, most);
    }

    private boolean rivalsTurn() {
        return timings > 0 && timings <= leadIn + TIMINGS;
    }
}
