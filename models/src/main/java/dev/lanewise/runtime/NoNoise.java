package dev.lanewise.runtime;

import java.util.Arrays;

/** Noise layers as they are in inference: the identity. */
final class NoNoise implements NoiseSource {

    @Override
    public void dropout(Worker worker, int layer, float rate, Buffer x, Buffer y) {
        Forward.copy(worker, x, y);
    }

    @Override
    public void gaussian(Worker worker, int layer, float stddev, Buffer x, Buffer y) {
        Forward.copy(worker, x, y);
    }

    @Override
    public void normal(Worker worker, int layer, Buffer noise) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            Arrays.fill(noise.data(), noise.offset(row), noise.offset(row) + noise.columns(), 0f);
        }
    }
}
