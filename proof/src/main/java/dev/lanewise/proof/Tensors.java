package dev.lanewise.proof;

import dev.lanewise.Matrix;
import dev.lanewise.proof.reference.Batch;
import dev.lanewise.proof.reference.Matrices;
import dev.lanewise.runtime.CompiledModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named results, to be compared bit for bit. Floats are widened, which changes none.
 *
 * @param values each tensor's rows by its name
 */
record Tensors(Map<String, double[][]> values) {

    static Tensors parameters(CompiledModel model) {
        Tensors tensors = new Tensors(new LinkedHashMap<>());
        model.parameters().forEach(tensors::put);
        return tensors;
    }

    /** What becomes of rows. */
    static Tensors inferred(CompiledModel model, Batch batch) {
        Tensors tensors = new Tensors(new LinkedHashMap<>());
        Matrix codings = batch.encode(model);
        tensors.put("encode", codings);
        tensors.put("decode", batch.decode(model, codings));
        tensors.put("reconstruct", batch.reconstruct(model));
        return tensors;
    }

    void put(String name, Matrix matrix) {
        values.put(name, Matrices.doubles(matrix));
    }

    /** One row of each tensor. */
    Tensors row(int row) {
        Map<String, double[][]> rows = new LinkedHashMap<>();
        values.forEach((name, all) -> rows.put(name, new double[][] {all[row]}));
        return new Tensors(rows);
    }

    /** One line for each tensor that has other bits: how many of its elements, and the one that differs most. */
    List<String> differencesTo(Tensors other) {
        List<String> differences = new ArrayList<>();
        values.forEach((name, expected) -> {
            double[][] actual = other.values.get(name);
            if (actual == null) {
                differences.add(name + " is missing");
            } else if (!Arrays.deepEquals(expected, actual)) {
                differences.add(difference(name, expected, actual));
            }
        });
        return differences;
    }

    private static String difference(String name, double[][] expected, double[][] actual) {
        int count = 0;
        double worst = -1;
        String where = "";
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                if (Double.doubleToLongBits(expected[i][j]) != Double.doubleToLongBits(actual[i][j])) {
                    count++;
                    double difference = Math.abs(expected[i][j] - actual[i][j]);
                    if (!(difference <= worst)) {
                        worst = difference;
                        where = "at row %d, column %d: expected %s, was %s"
                                .formatted(i, j, expected[i][j], actual[i][j]);
                    }
                }
            }
        }
        return "%s: %d of %d elements, most %s".formatted(name, count, expected.length * expected[0].length, where);
    }
}
