package dev.lanewise.proof;

import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.runtime.CompiledModel;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The implementation of the kernels that this JVM does not use, in another JVM: a choice that is made once in each. */
enum OtherProvider {
    /** Plain loops. */
    SCALAR("-Dlanewise.provider=scalar"),
    /** The Vector API. */
    VECTOR("--add-modules=jdk.incubator.vector");

    private static final String MODULE = "jdk.incubator.vector";
    private static final int MINUTES = 5;

    private final String option;

    OtherProvider(String option) {
        this.option = option;
    }

    static OtherProvider find() {
        boolean vector = ModuleLayer.boot().findModule(MODULE).isPresent()
                && !"scalar".equals(System.getProperty("lanewise.provider"));
        return vector ? SCALAR : VECTOR;
    }

    /**
     * Trains a model over there.
     *
     * @param type of the model
     * @param results where the results go
     * @return why that is not possible; empty where it was done
     */
    Optional<String> run(Class<? extends CompiledModel> type, Path results) throws IOException, InterruptedException {
        if (this == VECTOR && ModuleFinder.ofSystem().find(MODULE).isEmpty()) {
            return Optional.of("this JDK has no " + MODULE);
        }
        Optional<Path> home = root(type);
        if (home.isEmpty()) {
            return Optional.of("another JVM would not find " + type.getName() + ", which is in no file");
        }
        Path output = results.resolveSibling("output.txt");
        Process process = new ProcessBuilder(command(type, home.get(), results))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(type.getName() + " took more than " + MINUTES + " minutes with " + option);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(type.getName() + " cannot be trained with " + option + ":\n"
                    + Files.readString(output, StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private List<String> command(Class<?> type, Path home, Path results) {
        Set<String> path = new LinkedHashSet<>();
        path.add(home.toString());
        for (Class<?> library : List.of(OtherProvider.class, CompiledModel.class, CounterRandom.class)) {
            root(library).ifPresent(found -> path.add(found.toString()));
        }
        path.add(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(option);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, path));
        command.addAll(List.of(OtherProviderRun.class.getName(), type.getName(), results.toString()));
        return command;
    }

    /** The folder or the archive that a class comes from, on the class path or in a module. */
    private static Optional<Path> root(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        try {
            if (url != null && url.openConnection() instanceof JarURLConnection archive) {
                return Optional.of(Path.of(archive.getJarFileURL().toURI()));
            }
            if (url != null && url.getProtocol().equals("file")) {
                String text = url.toString();
                return Optional.of(Path.of(new URI(text.substring(0, text.length() - file.length()))));
            }
            return Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@return as in a sentence} */
    @Override
    public String toString() {
        return this == SCALAR ? "plain loops" : "the Vector API";
    }
}
