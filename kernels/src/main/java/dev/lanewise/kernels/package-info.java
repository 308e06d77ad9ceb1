/** Matrix products, activations, losses, noise and optimizers on plain float arrays. */
package dev.lanewise.kernels;
