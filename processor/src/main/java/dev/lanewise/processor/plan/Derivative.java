package dev.lanewise.processor.plan;

import dev.lanewise.layer.Activation;

/** What the derivative of an activation is computed from. */
final class Derivative {

    private Derivative() {}

    /** Whether f′ is computed from x; from f(x) otherwise. As {@code ActivationFunction.saved} in the kernels. */
    static boolean isOfPreActivation(Activation activation) {
        return switch (activation) {
            case LINEAR, RELU, LEAKY_RELU, ELU, SELU, SIGMOID, TANH -> false;
            case SOFTPLUS, GELU, SILU -> true;
        };
    }
}
