package dev.lanewise.runtime;

import dev.lanewise.file.ModelFileException;
import dev.lanewise.file.Safetensors;
import dev.lanewise.file.TensorEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A model as a safetensors file: one tensor per parameter, and in the metadata the model's name, its structure and the
 * structure's hash.
 */
final class ModelFile {

    private static final String FORMAT = "lanewise.format";
    private static final String VERSION = "1";
    private static final String MODEL = "lanewise.model";
    private static final String STRUCTURE = "lanewise.structure";
    private static final String HASH = "lanewise.structure.sha256";

    private ModelFile() {}

    static void write(Path file, String model, String structure, List<Parameter> parameters) throws IOException {
        Safetensors.Builder builder = Safetensors.builder()
                .metadata(FORMAT, VERSION)
                .metadata(MODEL, model)
                .metadata(STRUCTURE, structure)
                .metadata(HASH, hash(structure));
        for (Parameter parameter : parameters) {
            builder.tensor(TensorEntry.of(parameter.name(), parameter.values(), shape(parameter)));
        }
        builder.build().write(file);
    }

    /** Fills in the parameters when the whole file has been found right, and leaves them alone otherwise. */
    static void read(Path file, String model, String structure, List<Parameter> parameters) throws IOException {
        Safetensors tensors = Safetensors.read(file);
        require(file, "format " + VERSION, tensors.metadata(FORMAT), VERSION);
        if (!tensors.metadata(HASH).equals(hash(structure))) {
            throw new ModelFileException(
                    file.toString(),
                    "the structure of " + model + ": " + structure.strip().replace("\n", "; "),
                    "that of " + tensors.metadata(MODEL) + ": "
                            + tensors.metadata(STRUCTURE).strip().replace("\n", "; "));
        }
        if (tensors.tensors().size() != parameters.size()) {
            throw new ModelFileException(
                    file.toString(),
                    parameters.size() + " tensors",
                    String.valueOf(tensors.tensors().size()));
        }
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            values.add(tensors.floats(parameter.name(), shape(parameter)));
        }
        for (int i = 0; i < values.size(); i++) {
            System.arraycopy(values.get(i), 0, parameters.get(i).values(), 0, values.get(i).length);
        }
    }

    private static void require(Path file, String expected, String found, String wanted) throws ModelFileException {
        if (!found.equals(wanted)) {
            throw new ModelFileException(file.toString(), expected, "format " + found);
        }
    }

    private static int[] shape(Parameter parameter) {
        return parameter.isWeight()
                ? new int[] {parameter.rows(), parameter.columns()}
                : new int[] {parameter.columns()};
    }

    private static String hash(String structure) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(structure.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
