package dev.lanewise.proof;

import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Path;

/** The program of the other JVM: trains a model of a class, and leaves the results in a file. */
final class OtherProviderRun {

    private OtherProviderRun() {}

    /**
     * Runs it.
     *
     * @param arguments the class's name and the file
     */
    public static void main(String[] arguments) throws ClassNotFoundException, IOException {
        Class<CompiledModel> type = ModelClass.checked(Class.forName(arguments[0]));
        TrainingRun.of(new ModelClass<>(type).create(ModelProof.SEED), 1).write(Path.of(arguments[1]));
    }
}
