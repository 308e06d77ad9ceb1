/**
 * What a model is trained on: {@link dev.lanewise.data.DataSet}s of float rows, from arrays, from IDX files, or
 * Fashion-MNIST by name.
 */
package dev.lanewise.data;
