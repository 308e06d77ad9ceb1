package dev.lanewise.examples.charts;

/**
 * A point of a chart.
 *
 * @param x across
 * @param y up
 */
public record Point(double x, double y) {}
