package dev.lanewise.examples.bench;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.GaussianDenoiserModel;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.SparseL1Model;
import dev.lanewise.examples.VariationalModel;
import dev.lanewise.examples.garments.Garments;
import java.util.List;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What whole-model benchmarks measure: a model, and images to train it with. */
public enum Subject {
    DROPOUT_DENOISER(DropoutDenoiserModel::create),
    GAUSSIAN_DENOISER(GaussianDenoiserModel::create),
    SPARSE_L1(SparseL1Model::create),
    SPARSE_KL(SparseKlModel::create),
    VARIATIONAL(VariationalModel::create);

    private final LongFunction<AutoencoderModel> constructor;

    Subject(LongFunction<AutoencoderModel> constructor) {
        this.constructor = constructor;
    }

    AutoencoderModel create() {
        return constructor.apply(1);
    }

    static DataSet images(int count) {
        return DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, count));
    }

    /** The multiply-adds of an image, two operations each: forward, and in training both gradients but that of the first input. */
    static long flop(AutoencoderModel model, boolean training) {
        List<Matrix> weights = model.parameters().values().stream()
                .filter(parameter -> parameter.rows() > 1)
                .toList();
        long all = weights.stream()
                .mapToLong(weight -> (long) weight.rows() * weight.columns())
                .sum();
        long first = (long) weights.getFirst().rows() * weights.getFirst().columns();
        return training ? 2 * (3 * all - first) : 2 * all;
    }

    /** Images and floating-point operations, so that JMH reports their rates. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        public long images;
        public long flop;

        void add(long count, long flopPerImage) {
            images += count;
            flop += count * flopPerImage;
        }
    }
}
