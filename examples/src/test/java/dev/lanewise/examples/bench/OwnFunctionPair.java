package dev.lanewise.examples.bench;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.runtime.OwnActivation;
import dev.lanewise.runtime.OwnFunctionRun;
import dev.lanewise.runtime.OwnLoss;
import dev.lanewise.runtime.OwnPenalty;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function as a user would write it, and the built-in one beside it: the same, or where there is none, as many of the same cost as it
 * takes.
 */
public enum OwnFunctionPair {
    RELU(new OwnFunctions_ActivationsModel_ReluVectors(), ActivationFunction.RELU),
    LEAKY_RELU(new OwnFunctions_ActivationsModel_LeakyReluVectors(), ActivationFunction.LEAKY_RELU),
    /** Two choices between polynomials. */
    PIECEWISE(new OwnFunctions_ActivationsModel_PiecewiseVectors(), ActivationFunction.LEAKY_RELU),
    ELU(new OwnFunctions_ActivationsModel_EluVectors(), ActivationFunction.ELU),
    SELU(new OwnFunctions_ActivationsModel_SeluVectors(), ActivationFunction.SELU),
    SILU(new OwnFunctions_ActivationsModel_SiluVectors(), ActivationFunction.SILU),
    GELU(new OwnFunctions_ActivationsModel_GeluVectors(), ActivationFunction.GELU),
    SOFTPLUS(new OwnFunctions_ActivationsModel_SoftplusVectors(), ActivationFunction.SOFTPLUS),
    TANH(new OwnFunctions_ActivationsModel_TanhVectors(), ActivationFunction.TANH),
    SIGMOID(new OwnFunctions_ActivationsModel_SigmoidVectors(), ActivationFunction.SIGMOID),
    /** One exponential. */
    BUMP(new OwnFunctions_ActivationsModel_BumpVectors(), ActivationFunction.SIGMOID),
    /** softplus and tanh, and for the derivative a sigmoid. */
    MISH(
            new OwnFunctions_ActivationsModel_MishVectors(),
            List.of(ActivationFunction.SOFTPLUS, ActivationFunction.TANH),
            List.of(ActivationFunction.SOFTPLUS, ActivationFunction.TANH, ActivationFunction.SIGMOID)),
    MSE(new OwnFunctions_SquaredModel_MseVectors(), LossFunction.MSE),
    HUBER(new OwnFunctions_RobustModel_HuberVectors(), LossFunction.HUBER),
    /** A square root and, for the gradient, a division. */
    CHARBONNIER(new OwnFunctions_ActivationsModel_CharbonnierVectors(), LossFunction.HUBER),
    L1(new OwnFunctions_ActivationsModel_L1Vectors(), 0),
    /** Sums of magnitudes and of squares. */
    HOYER(new OwnFunctions_ActivationsModel_HoyerVectors(), 1);

    final Consumer<OwnFunctionRun> ownValues;
    final Consumer<OwnFunctionRun> builtInValues;
    final Consumer<OwnFunctionRun> ownTraining;
    final Consumer<OwnFunctionRun> builtInTraining;

    OwnFunctionPair(OwnActivation own, ActivationFunction builtIn) {
        this.ownValues = run -> run.forward(own);
        this.builtInValues = run -> run.forward(builtIn);
        this.ownTraining = run -> run.forwardAndBackward(own);
        this.builtInTraining = run -> run.forwardAndBackward(builtIn);
    }

    OwnFunctionPair(OwnActivation own, List<ActivationFunction> values, List<ActivationFunction> training) {
        this.ownValues = run -> run.forward(own);
        this.builtInValues = run -> values.forEach(run::forward);
        this.ownTraining = run -> run.forwardAndBackward(own);
        this.builtInTraining = run -> training.forEach(run::forward);
    }

    OwnFunctionPair(OwnLoss own, LossFunction builtIn) {
        this.ownValues = run -> run.forward(own);
        this.builtInValues = run -> run.forward(builtIn);
        this.ownTraining = run -> run.forwardAndBackward(own);
        this.builtInTraining = run -> run.forwardAndBackward(builtIn);
    }

    OwnFunctionPair(OwnPenalty own, float l2) {
        this.ownValues = run -> run.forward(own);
        this.builtInValues = run -> run.forward(1, l2);
        this.ownTraining = run -> run.forwardAndBackward(own);
        this.builtInTraining = run -> run.forwardAndBackward(1, l2);
    }
}
