/**
 * What is measured about models, and the mathematics behind the figures: functions of matrices, computed in double, rows
 * in ascending order. Nothing here draws, prints or knows a model.
 */
@NullMarked
package dev.lanewise.examples.measures;

import org.jspecify.annotations.NullMarked;
