package dev.lanewise.examples.pictures;

import dev.lanewise.Matrix;

/**
 * One labelled row of a picture.
 *
 * @param label what the row shows; may be empty
 * @param images one image a row, pixels from 0 (black) to 1 (white); what is beyond is drawn as 0 or 1
 */
public record Strip(String label, Matrix images) {}
