package consumer.app;

import consumer.library.DenoiserModel;
import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Trains each model for a moment, and prints what must be the same wherever it runs. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        Matrix rows = Matrix.zeros(64, 24);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = random.nextFloat();
        }
        Service service = new Service();
        for (AutoencoderModel model : List.of(DenoiserModel.create(1), InheritingModel.create(1), service.model())) {
            model.fit(DataSet.of(rows), Training.with(new Nadam()).epochs(3).threads(2));
            System.out.println(model.getClass().getSimpleName() + " " + digest(model.reconstruct(rows)));
        }
        System.out.println("compressed " + digest(service.compress(rows)));
    }

    private static int digest(Matrix matrix) {
        return Arrays.hashCode(matrix.values());
    }
}
