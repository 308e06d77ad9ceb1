package dev.lanewise.examples.tables;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values in UTF-8, one line a row. Numbers have all their digits and a point, whatever the locale, so that
 * equal results are equal files; cells are taken as they are, without quotes.
 */
public final class Csv {
    private final OutputStream out;

    /**
     * Starts a table.
     *
     * @param out where to; not closed
     */
    public Csv(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a row.
     *
     * @param cells the cells, none with a comma
     * @return this table
     * @throws IOException if it cannot be written
     */
    public Csv row(List<String> cells) throws IOException {
        out.write((String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Writes a row.
     *
     * @param cells the cells, none with a comma
     * @return this table
     * @throws IOException if it cannot be written
     */
    public Csv row(String... cells) throws IOException {
        return row(Arrays.asList(cells));
    }

    /**
     * Writes a matrix, with a header: {@code name_0}, {@code name_1} … and, where there are labels, {@code label}. A float
     * is written with as many digits as bring the same float back.
     *
     * @param name what a column holds
     * @param matrix one row a line
     * @param labels a data set whose labels belong to the rows
     * @throws IOException if it cannot be written
     */
    public void matrix(String name, Matrix matrix, Optional<DataSet> labels) throws IOException {
        List<String> header = header(name, matrix.columns());
        labels.ifPresent(data -> header.add("label"));
        row(header);
        for (int row = 0; row < matrix.rows(); row++) {
            List<String> cells = new ArrayList<>(matrix.columns() + 1);
            for (float value : matrix.row(row)) {
                cells.add(Float.toString(value));
            }
            if (labels.isPresent()) {
                cells.add(Integer.toString(labels.get().label(row)));
            }
            row(cells);
        }
    }

    /**
     * The names of a matrix's columns.
     *
     * @param name what a column holds
     * @param columns how many there are
     * @return {@code name_0}, {@code name_1} …, in a list to add to
     */
    public static List<String> header(String name, int columns) {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            header.add(name + "_" + column);
        }
        return header;
    }
}
