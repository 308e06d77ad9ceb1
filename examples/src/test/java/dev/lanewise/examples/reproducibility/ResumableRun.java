package dev.lanewise.examples.reproducibility;

import dev.lanewise.data.DataSet;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.garments.Garments;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A training run that goes on from its checkpoint if there is one: {@code ResumableRun CHECKPOINT MODEL}. */
final class ResumableRun {

    private ResumableRun() {}

    /** Runs it to its end, unless it is killed. */
    public static void main(String[] arguments) throws IOException {
        SparseKlModel model = SparseKlModel.create(1);
        Path checkpoint = Path.of(arguments[0]);
        DataSet data = DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, 1000));
        Training training = Training.with(new Nadam()).epochs(30).threads(2).checkpoint(checkpoint, 5);
        if (Files.exists(checkpoint)) {
            model.resume(checkpoint, data, training);
        } else {
            model.fit(data, training);
        }
        model.save(Path.of(arguments[1]));
    }
}
