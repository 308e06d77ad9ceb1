package dev.lanewise.proof.reference;

import dev.lanewise.runtime.Buffer;
import dev.lanewise.runtime.NoiseSource;
import dev.lanewise.runtime.Worker;
import java.util.List;

/**
 * Noise from outside: what a model computes with it, the interpreter can compute too.
 *
 * @param perLayer for each noise layer, by its number from 1, a matrix of masks or variates
 */
public record FixedNoise(List<double[][]> perLayer) implements NoiseSource {

    @Override
    public void dropout(Worker worker, int layer, float rate, Buffer x, Buffer y) {
        double[][] mask = perLayer.get(layer - 1);
        for (int i = worker.from(); i < worker.from() + worker.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                y.data()[y.offset(i) + j] = x.data()[x.offset(i) + j] * (float) mask[i][j] / (1 - rate);
            }
        }
    }

    @Override
    public void gaussian(Worker worker, int layer, float stddev, Buffer x, Buffer y) {
        double[][] normal = perLayer.get(layer - 1);
        for (int i = worker.from(); i < worker.from() + worker.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                y.data()[y.offset(i) + j] = x.data()[x.offset(i) + j] + stddev * (float) normal[i][j];
            }
        }
    }

    @Override
    public void normal(Worker worker, int layer, Buffer noise) {
        double[][] normal = perLayer.get(layer - 1);
        for (int i = worker.from(); i < worker.from() + worker.rows(); i++) {
            for (int j = 0; j < noise.columns(); j++) {
                noise.data()[noise.offset(i) + j] = (float) normal[i][j];
            }
        }
    }
}
