package starter;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.training.Adam;
import dev.lanewise.training.History;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Trains the denoiser, on shapes or on the IDX files of a folder, and shows what it makes of a damaged picture. */
final class Main {

    private static final Path FILE = Path.of("denoiser.safetensors");

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        boolean isIdx = arguments.length > 0;
        DataSet train = isIdx ? FashionMnist.load(Path.of(arguments[0])).train() : Shapes.draw(10_000, 1);
        DataSet test = isIdx ? FashionMnist.load(Path.of(arguments[0])).test() : Shapes.draw(1000, 2);

        DenoiserModel model = DenoiserModel.create(1);
        model.fit(
                train,
                Training.with(new Adam())
                        .epochs(isIdx ? 5 : 30)
                        .threads(2)
                        .validation(test)
                        .listener(new TrainingListener() {
                            @Override
                            public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
                                System.out.printf(
                                        "epoch %2d  mse %.4f  on unseen pictures %.4f%n",
                                        epoch.epoch(), epoch.figure("mse"), epoch.figure("val_mse"));
                            }
                        }));
        model.save(FILE);

        Matrix damaged = damaged(test.matrix(0, 1));
        show(damaged, DenoiserModel.load(FILE).reconstruct(damaged));
    }

    /** Drops every other pixel, at random, and makes up for it in the rest. */
    private static Matrix damaged(Matrix picture) {
        Random random = new Random(1);
        float[] pixels = picture.values().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextBoolean() ? 2 * pixels[i] : 0;
        }
        return Matrix.wrap(1, pixels.length, pixels);
    }

    /** Two pictures side by side. */
    private static void show(Matrix left, Matrix right) {
        for (int y = 0; y < 28; y++) {
            StringBuilder line = new StringBuilder();
            for (Matrix picture : new Matrix[] {left, right}) {
                for (int x = 0; x < 28; x++) {
                    int shade = Math.clamp((int) (picture.get(0, 28 * y + x) * 4), 0, 3);
                    line.append(" .+#".charAt(shade)).append(" .+#".charAt(shade));
                }
                line.append("   ");
            }
            System.out.println(line.toString().stripTrailing());
        }
    }
}
