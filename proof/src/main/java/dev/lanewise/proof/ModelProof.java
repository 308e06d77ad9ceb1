package dev.lanewise.proof;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.proof.reference.Batch;
import dev.lanewise.proof.reference.Difference;
import dev.lanewise.proof.reference.FiniteDifferences;
import dev.lanewise.proof.reference.ModelComparison;
import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * JUnit tests of a compiled model. Extending it is all there is to write:
 *
 * {@snippet :
 * class DenoiserProof extends ModelProof<DropoutDenoiserModel> {}
 * }
 *
 * <p>The tests train and run models of that class on a few rows of random numbers, and hold the results against the same model
 * in double precision, interpreted from {@link CompiledModel#structure()}, and against each other. They fail with the names of
 * the tensors that differ, how much, and where. Maven runs classes by the ends of their names: {@code …Test}, or what
 * Surefire's {@code includes} say.
 *
 * @param <M> the generated class
 */
public abstract class ModelProof<M extends CompiledModel> {

    /** Of the largest element of a tensor. */
    private static final double TOLERANCE = 1e-5;

    static final long SEED = 3;

    private final ModelClass<M> type;

    /** Finds the generated class: the type argument of the class that extends this one. */
    @SuppressWarnings("this-escape")
    protected ModelProof() {
        type = ModelClass.argumentOf(getClass());
    }

    /**
     * Creates the model that is tested; by default with the generated class's {@code create}.
     *
     * @param seed from which the weights follow
     * @return a model of its own
     */
    protected M create(long seed) {
        return type.create(seed);
    }

    /**
     * Reads a model; by default with the generated class's {@code load}.
     *
     * @param file a file that {@code save} wrote
     * @return the model
     * @throws IOException if it cannot be read
     */
    protected M load(Path file) throws IOException {
        return type.load(file);
    }

    /**
     * How far a result may be from double precision; 1e-5 of the tensor's largest element where it is not overridden. Very deep
     * models may need more.
     *
     * @return max|difference| / max|expected|
     */
    protected double tolerance() {
        return TOLERANCE;
    }

    /** The cost, its terms, and the gradient by each parameter are those that double precision gives. */
    @Test
    public void gradientsAgreeWithDoublePrecision() {
        // The second batch is shorter than the buffers, and lies in what the first one left there.
        requireClose(
                comparison -> comparison.training(comparison.batch(), comparison.batch(ModelComparison.BATCH - 4)));
    }

    /** The gradients in double precision are those that finite differences give: along a direction of each parameter. */
    @Test
    public void gradientsInDoublePrecisionAgreeWithFiniteDifferences() {
        requireClose(FiniteDifferences::of);
    }

    /** Codings, reconstructions and every value in between are those that double precision gives; also with samples drawn. */
    @Test
    public void inferenceAgreesWithDoublePrecision() {
        requireClose(comparison -> comparison.inference(comparison.batch()));
        requireClose(comparison -> comparison.inferenceWithNoise(comparison.batch()));
    }

    /** Validation's figures are those that double precision gives. */
    @Test
    public void validationAgreesWithDoublePrecision() {
        requireClose(comparison -> comparison.validation(comparison.batch()));
    }

    /** A model on the kink of a relu may differ rightly from its double: a second one, drawn otherwise, decides. */
    private void requireClose(Function<ModelComparison, List<Difference>> compare) {
        if (!tooLarge(compare, SEED).isEmpty()) {
            List<Difference> large = tooLarge(compare, SEED + 1);
            if (!large.isEmpty()) {
                fail("beyond " + tolerance() + " of the largest element:\n  "
                        + large.stream().map(Difference::toString).collect(Collectors.joining("\n  ")));
            }
        }
    }

    /** Each name once, the largest first. */
    private List<Difference> tooLarge(Function<ModelComparison, List<Difference>> compare, long seed) {
        Comparator<Difference> bySize = Comparator.comparingDouble(Difference::relative);
        return compare.apply(new ModelComparison(create(seed), seed)).stream()
                .filter(difference -> !difference.isWithin(tolerance()))
                .collect(Collectors.toMap(Difference::name, same -> same, BinaryOperator.maxBy(bySize)))
                .values()
                .stream()
                .sorted(bySize.reversed())
                .toList();
    }

    /** Training and inference with plain loops and with the Vector API give the same bits, in two JVMs. */
    @Test
    public void scalarAndVectorGiveTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        OtherProvider other = OtherProvider.find();
        Path file = folder.resolve("run");
        Optional<String> obstacle = other.run(type.type(), file);
        if (obstacle.isPresent()) {
            throw new TestAbortedException("skipped: " + obstacle.get());
        }
        requireEqual(TrainingRun.of(create(SEED), 1), TrainingRun.read(file), other.toString());
    }

    /** Training with one, two and three threads gives the same bits. */
    @Test
    public void anyNumberOfThreadsGivesTheSameBits() {
        TrainingRun one = TrainingRun.of(create(SEED), 1);
        for (int threads = 2; threads <= 3; threads++) {
            requireEqual(one, TrainingRun.of(create(SEED), threads), threads + " threads");
        }
    }

    /** A row alone is encoded and reconstructed to the same bits as among others. */
    @Test
    public void rowsAloneAndInABatchGiveTheSameBits() {
        M model = create(SEED);
        ModelComparison comparison = new ModelComparison(model, SEED);
        Batch batch = comparison.batch(37);
        Tensors together = Tensors.inferred(model, batch);
        for (int row = 0; row < batch.rows(); row++) {
            requireEqual(together.row(row), Tensors.inferred(model, batch.row(row)), "row " + row + " alone");
        }
    }

    /** A model that was saved and loaded has the same parameters, infers the same, and is saved to the same bytes. */
    @Test
    public void savedAndLoadedModelHasTheSameBits(@TempDir Path folder) throws IOException {
        M model = create(SEED);
        TrainingRun.of(model, 1);
        Path file = folder.resolve("model.safetensors");
        model.save(file);
        M loaded = load(file);
        Batch batch = TrainingRun.rows(model);
        requireEqual(Tensors.parameters(model), Tensors.parameters(loaded), "loaded");
        requireEqual(Tensors.inferred(model, batch), Tensors.inferred(loaded, batch), "loaded");
        Path again = folder.resolve("again.safetensors");
        loaded.save(again);
        if (Files.mismatch(file, again) >= 0) {
            fail("a model that was loaded is saved to other bytes");
        }
    }

    /** A run that was stopped in an epoch's middle, and resumed, ends with the bits of one that was never stopped. */
    @Test
    public void resumedRunEndsWithTheSameBits(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        TrainingRun whole = TrainingRun.of(create(SEED), 1);
        TrainingRun.stopped(create(SEED), checkpoint);
        requireEqual(whole, TrainingRun.resumed(create(SEED + 1), checkpoint), "resumed");
    }

    private static void requireEqual(TrainingRun expected, TrainingRun actual, String which) {
        requireEqual(expected.tensors(), actual.tensors(), which);
    }

    private static void requireEqual(Tensors expected, Tensors actual, String which) {
        List<String> differences = expected.differencesTo(actual);
        if (!differences.isEmpty()) {
            fail(which + ", other bits:\n  " + String.join("\n  ", differences));
        }
    }
}
