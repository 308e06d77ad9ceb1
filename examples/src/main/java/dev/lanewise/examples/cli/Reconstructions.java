package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.pictures.PictureGrid;
import dev.lanewise.examples.pictures.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The picture of what a model makes of images: clean, corrupted where it corrupts them, reconstructed. */
final class Reconstructions {
    private static final int COUNT = 10;

    private Reconstructions() {}

    static <M extends AutoencoderModel> PictureGrid picture(
            ModelEntry<M> entry, M model, DataSet data, String which, long seed) {
        DataSet shown = examples(data);
        Matrix images = shown.matrix();
        List<Strip> strips = new ArrayList<>(List.of(new Strip("clean", images)));
        if (entry.kind().corrupts().isPresent()) {
            strips.add(new Strip("corrupted", entry.kind().corrupts().get().corrupted(model, images, seed)));
            strips.add(new Strip("reconstructed", Given.reconstruct(model, shown, seed)));
        } else {
            strips.add(new Strip("reconstructed", Given.reconstruct(model, shown)));
        }
        return new PictureGrid(entry.title() + ": " + which, Models.SIDE, Models.SIDE, strips);
    }

    /** The first image of each class, or simply the first images where there are no labels. */
    private static DataSet examples(DataSet data) {
        int count = Math.min(COUNT, data.rows());
        if (!data.hasLabels()) {
            return data.slice(0, count);
        }
        List<Integer> rows = new ArrayList<>();
        for (int label = 0; label < COUNT; label++) {
            int wanted = label;
            IntStream.range(0, data.rows())
                    .filter(row -> data.label(row) == wanted)
                    .findFirst()
                    .ifPresent(rows::add);
        }
        return rows.isEmpty()
                ? data.slice(0, count)
                : data.select(rows.stream().mapToInt(Integer::intValue).toArray());
    }
}
