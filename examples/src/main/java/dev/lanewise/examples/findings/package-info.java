/**
 * What a reader wants to know about each kind of model: a few numbers, and the tables and charts behind them. Made of
 * matrices; what computes those is not known here.
 */
@NullMarked
package dev.lanewise.examples.findings;

import org.jspecify.annotations.NullMarked;
