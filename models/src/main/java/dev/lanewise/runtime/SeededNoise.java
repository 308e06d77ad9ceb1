package dev.lanewise.runtime;

import dev.lanewise.kernels.Noise;

/**
 * Noise drawn by a counter-based generator: a function of the seed, the epoch, the step, the layer and the element, so
 * that neither threads nor vector widths can change it.
 *
 * @param seed the run's seed
 */
public record SeededNoise(long seed) implements NoiseSource {

    @Override
    public void dropout(Worker worker, int layer, float rate, Buffer x, Buffer y) {
        int from = worker.from();
        Noise.dropout(
                from,
                from + worker.rows(),
                x.columns(),
                rate,
                seed,
                worker.epoch(),
                worker.step(),
                layer,
                x.data(),
                x.offset(0),
                x.stride(),
                y.data(),
                y.offset(0),
                y.stride());
    }
}
