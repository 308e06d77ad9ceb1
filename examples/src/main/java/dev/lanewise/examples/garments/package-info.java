/**
 * The embedded data set: garment-like 28 × 28 grey images in ten classes, drawn by code from a seed.
 *
 * <p>Image {@code i} is a function of the seed and of {@code i} alone, and its bytes are the same on every machine:
 * the drawing uses IEEE arithmetic, {@link java.lang.StrictMath} and its own random numbers, outlines and coverage.
 */
@NullMarked
package dev.lanewise.examples.garments;

import org.jspecify.annotations.NullMarked;
