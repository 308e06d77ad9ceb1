/** Declaring an autoencoder, and the model that the compiler makes of the declaration. */
package dev.lanewise;
