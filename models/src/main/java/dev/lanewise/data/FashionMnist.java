package dev.lanewise.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fashion-MNIST: 60,000 training and 10,000 test images of garments in ten classes, 28 × 28 grey pixels, background 0;
 * from a folder with its four IDX files, or fetched once from its official home.
 *
 * <p>The customary split is made of them: the first 55,000 training images are to train on, the last 5,000 for
 * validation, the 10,000 test images for the test. A folder with fewer or more images under the same names is split in the
 * same proportion, a twelfth for validation.
 *
 * @see <a href="https://arxiv.org/abs/1708.07747">H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, a Novel Image Dataset for
 *     Benchmarking Machine Learning Algorithms (2017)</a>
 */
public final class FashionMnist {

    /** How many pixels high an image is. */
    public static final int HEIGHT = 28;

    /** How many pixels wide an image is. */
    public static final int WIDTH = 28;

    /** What the labels 0 to 9 stand for, in this order. */
    public static final List<String> CLASS_NAMES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** The official web folder; what comes from there is checked by its SHA-256. */
    public static final URI HOME = URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    static final List<Download.Item> FILES = List.of(
            new Download.Item(
                    TRAIN_IMAGES + ".gz",
                    26_421_880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            new Download.Item(
                    TRAIN_LABELS + ".gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            new Download.Item(
                    TEST_IMAGES + ".gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            new Download.Item(
                    TEST_LABELS + ".gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** 5,000 of 60,000. */
    private static final int VALIDATION_PART = 12;

    private FashionMnist() {}

    /**
     * Reads the images from the user's cache folder, where they are fetched to when they are not there yet.
     *
     * @return 55,000 images to train on, 5,000 for validation, 10,000 for the test, all with their labels
     * @throws IOException if they are neither there nor to be had: the message says what was tried, and where to put the
     *     files by hand
     */
    public static Split load() throws IOException {
        return load(download());
    }

    /**
     * Reads the images from a folder: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
     * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each with {@code .gz} or without.
     *
     * @param folder where the four files are
     * @return the images in three parts, all with their labels
     * @throws NoSuchFileException if a file is not there: the message lists all that are missing
     * @throws DataFileException if a file is damaged or of another kind, images and labels differ in number, or training
     *     and test images in size
     * @throws IOException if a file cannot be read
     */
    public static Split load(Path folder) throws IOException {
        requireAll(folder);
        DataSet training = Idx.labelledImages(find(folder, TRAIN_IMAGES), find(folder, TRAIN_LABELS));
        DataSet test = Idx.labelledImages(find(folder, TEST_IMAGES), find(folder, TEST_LABELS));
        if (training.rows() < 2) {
            throw new DataFileException(
                    find(folder, TRAIN_IMAGES).toString(), "two images or more", "" + training.rows());
        }
        if (test.columns() != training.columns()) {
            throw new DataFileException(
                    find(folder, TEST_IMAGES).toString(),
                    "images of %d pixels, as in %s".formatted(training.columns(), find(folder, TRAIN_IMAGES)),
                    "%d pixels".formatted(test.columns()));
        }
        return Split.withTest(training, Math.max(1, training.rows() / VALIDATION_PART), test);
    }

    /**
     * Fetches the official files into the user's cache folder, unless they are there.
     *
     * @return the folder they are in
     * @throws IOException if they are neither there nor to be had
     */
    public static Path download() throws IOException {
        return download(HOME, cacheFolder(), DownloadProgress.SILENT);
    }

    /**
     * Fetches the official files, in whole or those that are missing or damaged, and leaves what is right alone. A file
     * appears under its name once its size and SHA-256 are right, and not before. When all four are right, no request is
     * made.
     *
     * @param home the web folder to fetch them from, with a slash at its end: {@link #HOME}, or a mirror of it
     * @param folder where to keep them; created when it is not there
     * @param progress is told how far it is
     * @return {@code folder}
     * @throws IOException if a file is not to be had, or not the right one: the message says what was tried, and where to
     *     put the files by hand
     */
    public static Path download(URI home, Path folder, DownloadProgress progress) throws IOException {
        new Download(home, folder, FILES, PATIENCE, progress).run();
        return folder;
    }

    /**
     * Where {@link #download()} keeps the files: {@code lanewise/fashion-mnist} in {@code $XDG_CACHE_HOME} or
     * {@code ~/.cache}, on macOS in {@code ~/Library/Caches}, on Windows in {@code %LOCALAPPDATA%}.
     *
     * @return the folder, which need not exist
     */
    public static Path cacheFolder() {
        return UserCache.folder().resolve("lanewise").resolve("fashion-mnist");
    }

    private static void requireAll(Path folder) throws NoSuchFileException {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)) {
            if (!Files.exists(find(folder, name))) {
                missing.add(name + "(.gz)");
            }
        }
        if (!missing.isEmpty()) {
            throw new NoSuchFileException(
                    folder.toString(),
                    null,
                    "expected the four files of Fashion-MNIST, found no " + String.join(", no ", missing));
        }
    }

    /** The file with this name as it comes, compressed, or else expanded. */
    private static Path find(Path folder, String name) {
        Path compressed = folder.resolve(name + ".gz");
        return Files.exists(compressed) ? compressed : folder.resolve(name);
    }
}
