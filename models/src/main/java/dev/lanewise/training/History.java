package dev.lanewise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What a run has come to, epoch by epoch. Immutable.
 *
 * @param epochs the epochs in order
 */
public record History(List<Epoch> epochs) {

    /**
     * Copies the list.
     *
     * @param epochs the epochs in order
     */
    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * The last epoch.
     *
     * @return its figures
     * @throws NoSuchElementException if no epoch has ended
     */
    public Epoch last() {
        return epochs.getLast();
    }

    /**
     * One epoch of a run.
     *
     * @param epoch its number, from 1
     * @param figures {@code loss}, the reconstruction loss by its name ({@code mse} …), one figure per penalty, and the
     *     same with the prefix {@code val_} where there is validation data; in this order. They depend on seed and data
     *     alone
     * @param seconds how long the training part took; differs from run to run
     * @param imagesPerSecond rows trained on per second; differs from run to run
     */
    public record Epoch(int epoch, Map<String, Double> figures, double seconds, double imagesPerSecond) {

        /**
         * Copies the figures.
         *
         * @param epoch its number, from 1
         * @param figures the figures in order
         * @param seconds how long the training part took
         * @param imagesPerSecond rows trained on per second
         */
        public Epoch {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        /**
         * One figure of the epoch.
         *
         * @param name such as {@code val_loss}
         * @return its value
         * @throws NoSuchElementException if the run has no such figure
         */
        public double figure(String name) {
            Double value = figures.get(name);
            if (value == null) {
                throw new NoSuchElementException("no figure \"" + name + "\", there are " + figures.keySet());
            }
            return value;
        }
    }
}
