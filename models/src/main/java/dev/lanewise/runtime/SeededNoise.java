package dev.lanewise.runtime;

import dev.lanewise.kernels.CounterRandom;
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

    @Override
    public void gaussian(Worker worker, int layer, float stddev, Buffer x, Buffer y) {
        int from = worker.from();
        Noise.gaussian(
                from,
                from + worker.rows(),
                x.columns(),
                stddev,
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

    @Override
    public void normal(Worker worker, int layer, Buffer noise) {
        int from = worker.from();
        CounterRandom.normal(
                from,
                from + worker.rows(),
                noise.columns(),
                seed,
                worker.epoch(),
                worker.step(),
                layer,
                noise.data(),
                noise.offset(0),
                noise.stride());
    }
}
