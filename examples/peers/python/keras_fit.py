"""The examples in Keras 3, as most people would run them: python keras_fit.py --data FOLDER [--threads N] [--mode nadam|adam]

The backend is Keras's choice; with TensorFlow the threads are set here, with another by its own means.
"""

import math

import keras
from keras import layers, ops

import examples


class KlSparsity(keras.regularizers.Regularizer):
    """Keras itself divides an activity penalty by the batch size."""

    def __call__(self, a):
        q, p = ops.mean(a, axis=0), examples.KL_TARGET
        divergence = p * (math.log(p) - ops.log(q)) + (1 - p) * (math.log1p(-p) - ops.log(1 - q))
        return examples.KL_WEIGHT * ops.sum(divergence)


class Sampling(layers.Layer):
    def __init__(self):
        super().__init__()
        self.noise = keras.random.SeedGenerator(1)

    def call(self, inputs):
        mean, log_variance = inputs
        latent = -0.5 * ops.sum(1 + log_variance - ops.exp(log_variance) - ops.square(mean), axis=-1)
        self.add_loss(ops.mean(latent) / examples.PIXELS)
        return mean + ops.exp(log_variance / 2) * keras.random.normal(ops.shape(mean), seed=self.noise)


def autoencoder(corruption, encoder, codings, decoder):
    inputs = x = keras.Input((examples.PIXELS,))
    if corruption == "dropout":
        x = layers.Dropout(examples.DROPOUT_RATE)(x)
    elif corruption == "gaussian":
        x = layers.GaussianNoise(examples.GAUSSIAN_DEVIATION)(x)
    for units, activation in encoder:
        x = layers.Dense(units, activation=activation)(x)
    if codings == "l1":
        x = layers.ActivityRegularization(l1=examples.L1)(x)
    elif codings == "kl":
        x = layers.Activation("linear", activity_regularizer=KlSparsity())(x)
    elif codings == "sampled":
        x = Sampling()([layers.Dense(examples.SAMPLED_CODINGS)(x), layers.Dense(examples.SAMPLED_CODINGS)(x)])
    for units, activation in decoder:
        x = layers.Dense(units, activation=activation)(x)
    return keras.Model(inputs, x)


def set_threads(threads):
    if keras.backend.backend() == "tensorflow":
        import tensorflow

        tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
        tensorflow.config.threading.set_inter_op_parallelism_threads(threads)


def main():
    options = examples.arguments(["nadam", "adam"])
    set_threads(options.threads)
    keras.utils.set_random_seed(1)
    data = examples.images(options.data)
    for name in options.example or examples.EXAMPLES:
        batch, *description = examples.EXAMPLES[name]
        model = autoencoder(*description)
        model.compile(loss="mse", optimizer=options.mode)

        def epoch():
            history = model.fit(data, data, batch_size=batch, epochs=1, verbose=0)
            return history.history["loss"][-1]

        label = f"Keras {keras.__version__} on {keras.backend.backend()}, {options.mode} | {name}, {options.threads}T"
        examples.report(label, len(data), epoch)


if __name__ == "__main__":
    main()
