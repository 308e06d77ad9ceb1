package dev.lanewise.runtime;

import dev.lanewise.kernels.Initializers;
import dev.lanewise.layer.Initializer;

/** How parameters get their first values. */
final class Weights {

    private Weights() {}

    /** Draws a weight, or sets a bias to 0: a function of the seed and of the parameter's place in the model. */
    static void draw(Parameter parameter, long seed, int place) {
        int in = parameter.rows();
        int out = parameter.columns();
        float[] values = parameter.values();
        parameter.initializer().ifPresent(initializer -> draw(initializer, in, out, seed, place, values));
    }

    private static void draw(Initializer initializer, int in, int out, long seed, int place, float[] values) {
        switch (initializer) {
            case GLOROT_UNIFORM -> Initializers.glorotUniform(in, out, seed, place, values, 0, out);
            case GLOROT_NORMAL -> Initializers.glorotNormal(in, out, seed, place, values, 0, out);
            case HE_UNIFORM -> Initializers.heUniform(in, out, seed, place, values, 0, out);
            case HE_NORMAL -> Initializers.heNormal(in, out, seed, place, values, 0, out);
        }
    }
}
