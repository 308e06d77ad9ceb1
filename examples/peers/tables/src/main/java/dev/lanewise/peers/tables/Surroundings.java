package dev.lanewise.peers.tables;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where and when something was measured.
 *
 * @param processor its name, as the system tells it
 * @param cores how many the JVM sees
 * @param java the version of the JDK
 * @param date the day
 * @param load how many processes wanted to run, the mean over the last minute
 */
record Surroundings(String processor, int cores, String java, LocalDate date, String load) {

    /** As it is now. */
    static Surroundings now() {
        return new Surroundings(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                LocalDate.now(ZoneOffset.UTC),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException noSuchFile) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%s, %d cores, JDK %s; %s; load before the run %s".formatted(processor, cores, java, date, load);
    }
}
