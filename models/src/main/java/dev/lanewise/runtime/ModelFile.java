package dev.lanewise.runtime;

import dev.lanewise.file.ModelFileException;
import dev.lanewise.file.Safetensors;
import dev.lanewise.file.TensorEntry;
import dev.lanewise.training.LatentWarmUp;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A model as a safetensors file: one tensor per parameter, and in the metadata the model's name, its structure and how it came
 * to be. A {@link Checkpoint} adds to it.
 */
final class ModelFile {

    private static final String FORMAT = "lanewise.format";
    private static final String VERSION = "1";
    private static final String LIBRARY = "lanewise.version";
    private static final String MODEL = "lanewise.model";
    private static final String STRUCTURE = "lanewise.structure";
    private static final String HASH = "lanewise.structure.sha256";
    private static final String SEED = "lanewise.seed";
    private static final String RUNS = "lanewise.runs";

    private ModelFile() {}

    /** The file of a model, to be completed or written. */
    static Safetensors.Builder builder(CompiledModel model, Provenance provenance) {
        Safetensors.Builder builder = Safetensors.builder()
                .metadata(FORMAT, VERSION)
                .metadata(LIBRARY, Version.CURRENT)
                .metadata(MODEL, model.name())
                .metadata(STRUCTURE, model.structure())
                .metadata(HASH, Digests.sha256(model.structure().getBytes(StandardCharsets.UTF_8)));
        provenance.seed().ifPresent(seed -> builder.metadata(SEED, String.valueOf(seed)));
        builder.metadata(RUNS, String.valueOf(provenance.runs().size()));
        for (int i = 0; i < provenance.runs().size(); i++) {
            describe(builder, "lanewise.run." + (i + 1) + ".", provenance.runs().get(i));
        }
        for (Parameter parameter : model.parameterList()) {
            builder.tensor(TensorEntry.of(parameter.name(), parameter.values(), shape(parameter)));
        }
        return builder;
    }

    private static void describe(Safetensors.Builder builder, String run, Provenance.Run of) {
        if (!of.latentWarmUp().equals(LatentWarmUp.NONE)) {
            builder.metadata(run + "latentWarmUp", of.latentWarmUp().text());
        }
        builder.metadata(run + "optimizer", of.optimizer().text())
                .metadata(run + "epochs", String.valueOf(of.epochs()))
                .metadata(run + "steps", String.valueOf(of.steps()))
                .metadata(run + "batchSize", String.valueOf(of.batchSize()))
                .metadata(run + "seed", String.valueOf(of.seed()))
                .metadata(run + "data", of.data())
                .metadata(run + "digests", String.join(" ", of.digests()));
    }

    /**
     * Reads a file and fills in the parameters of a model; leaves them alone unless the whole file is right.
     *
     * @return what the file holds besides
     */
    static Contents read(Path file, CompiledModel model) throws IOException {
        Safetensors tensors = Safetensors.read(file);
        if (!tensors.metadata(FORMAT).equals(VERSION)) {
            throw new ModelFileException(file.toString(), "format " + VERSION, "format " + tensors.metadata(FORMAT));
        }
        if (!tensors.metadata(STRUCTURE).equals(model.structure())) {
            throw new ModelFileException(
                    file.toString(),
                    "the structure of " + model.name() + ": " + oneLine(model.structure()),
                    "that of " + tensors.metadata(MODEL) + ": " + oneLine(tensors.metadata(STRUCTURE)));
        }
        Provenance provenance = provenance(file, tensors);
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : model.parameterList()) {
            values.add(tensors.floats(parameter.name(), shape(parameter)));
        }
        return new Contents(tensors, provenance, values);
    }

    /** What a file holds, found right. */
    record Contents(Safetensors tensors, Provenance provenance, List<float[]> values) {

        /** Fills in the parameters of the model that the file was read for. */
        void copyTo(CompiledModel model) {
            for (int i = 0; i < values.size(); i++) {
                float[] to = model.parameterList().get(i).values();
                System.arraycopy(values.get(i), 0, to, 0, to.length);
            }
        }
    }

    private static String oneLine(String structure) {
        return structure.strip().replace("\n", "; ");
    }

    private static Provenance provenance(Path file, Safetensors tensors) throws ModelFileException {
        Map<String, String> metadata = tensors.metadata();
        try {
            OptionalLong seed = metadata.containsKey(SEED)
                    ? OptionalLong.of(Long.parseLong(metadata.get(SEED)))
                    : OptionalLong.empty();
            List<Provenance.Run> runs = new ArrayList<>();
            int count = Integer.parseInt(tensors.metadata(RUNS));
            for (int i = 1; i <= count; i++) {
                runs.add(run(tensors, "lanewise.run." + i + "."));
            }
            return new Provenance(seed, runs);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file.toString(), "training runs in the metadata", e.getMessage());
        }
    }

    private static Provenance.Run run(Safetensors tensors, String run) throws ModelFileException {
        String digests = tensors.metadata(run + "digests");
        return new Provenance.Run(
                Optimizer.parse(tensors.metadata(run + "optimizer")),
                Integer.parseInt(tensors.metadata(run + "epochs")),
                Integer.parseInt(tensors.metadata(run + "steps")),
                Integer.parseInt(tensors.metadata(run + "batchSize")),
                Long.parseLong(tensors.metadata(run + "seed")),
                LatentWarmUp.parse(tensors.metadata().getOrDefault(run + "latentWarmUp", LatentWarmUp.NONE.text())),
                tensors.metadata(run + "data"),
                digests.isEmpty() ? List.of() : List.of(digests.split(" ")));
    }

    static int[] shape(Parameter parameter) {
        return parameter.isWeight()
                ? new int[] {parameter.rows(), parameter.columns()}
                : new int[] {parameter.columns()};
    }
}
