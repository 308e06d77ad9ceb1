/** What a training run is asked for, and what it answers: hyper-parameters, optimizers, listeners, history. */
package dev.lanewise.training;
