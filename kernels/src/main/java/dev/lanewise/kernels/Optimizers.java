package dev.lanewise.kernels;

/**
 * Optimizers as loops over slices of plain arrays, in the forms of Keras 3, and the few scalars that a step needs.
 *
 * <p>All parameters of a call are independent of each other, so a tensor may be cut anywhere and shared between threads
 * without changing a bit. The scalars come rounded to {@code float} from {@code double} arithmetic, once per step, by
 * the helpers at the end of this class. In the formulas w is a parameter, g its gradient, η the learning rate and t =
 * 1, 2, … the step. A NaN or infinite gradient makes the parameter and its state NaN or infinite; nothing is clipped.
 *
 * <p>What an optimizer keeps from step to step (m, v) is rounded to multiples of 2⁻¹¹⁰: where a gradient has become 0 for good
 * (a unit that died, a pixel that is always black) it would decay into denormals, stay there, and make each operation take
 * several times as long. No number from 2⁻⁶² on is changed by it; below, it is one rounding more.
 *
 * <p>The slices of a call must not overlap. A call is fastest where all offsets are equal, as they are when gradient and
 * state are laid out like the parameters: then C2 turns the loop into vector instructions. With other offsets the slices
 * go through a small buffer of the thread, at about a third of the speed, with the same bits; only then is anything allocated.
 */
public final class Optimizers {

    /** Elements copied at a time when the offsets differ. */
    private static final int BLOCK = 512;

    /** Among the slices of a call, the one that is only read. */
    private static final int GRADIENT = 1;

    /** C2 of JDK 25 vectorises a loop over several arrays only where all of them are read at the same index. */
    private static final ThreadLocal<float[][]> BLOCKS = ThreadLocal.withInitial(() -> new float[4][BLOCK]);

    /** Added and taken away again, it rounds to multiples of 2⁻¹¹⁰: the last place of 2⁻⁸⁷. */
    private static final float ROUNDING = 0x1p-87f;

    private Optimizers() {}

    /** A number as it is kept until the next step: no denormal. (C2 vectorises sums, but no comparison.) */
    private static float kept(float x) {
        return x + ROUNDING - ROUNDING;
    }

    /** A running mean that takes in one more x. */
    private static float averaged(float mean, float x, float share) {
        return kept(mean + share * (x - mean));
    }

    /**
     * The loop of one of the rules below, over the first n elements of w, g and the state. Each has a method of its own: within
     * the public one, C2 makes it a sixth slower.
     */
    private interface Rule {
        void apply(int n, float[][] slices);
    }

    /** Applies a rule to slices at different offsets, by way of the thread's blocks. */
    private static void inBlocks(int n, Rule rule, float[][] slices, int[] offsets) {
        float[][] blocks = BLOCKS.get();
        for (int i = 0; i < n; i += BLOCK) {
            int count = Math.min(BLOCK, n - i);
            for (int s = 0; s < slices.length; s++) {
                System.arraycopy(slices[s], offsets[s] + i, blocks[s], 0, count);
            }
            rule.apply(count, blocks);
            for (int s = 0; s < slices.length; s++) {
                if (s != GRADIENT) {
                    System.arraycopy(blocks[s], 0, slices[s], offsets[s] + i, count);
                }
            }
        }
    }

    /**
     * Gradient descent: w ← w − η·g.
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param learningRate η, in Keras 0.01 by default
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void sgd(int n, float[] w, int wOffset, float[] g, int gOffset, float learningRate) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        if (gOffset == wOffset) {
            sgd(wOffset, wOffset + n, w, g, learningRate);
            return;
        }
        Rule rule = (count, b) -> sgd(0, count, b[0], b[1], learningRate);
        inBlocks(n, rule, new float[][] {w, g}, new int[] {wOffset, gOffset});
    }

    private static void sgd(int from, int to, float[] w, float[] g, float learningRate) {
        for (int i = from; i < to; i++) {
            w[i] -= learningRate * g[i];
        }
    }

    /**
     * Gradient descent with momentum: m ← μ·m − η·g; w ← w + m.
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param m velocity, updated in place; zeros at the start
     * @param mOffset index of its first element
     * @param learningRate η, in Keras 0.01 by default
     * @param momentum μ, in [0, 1); 0.9 is usual
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void momentum(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float learningRate,
            float momentum) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("m", m.length, mOffset, n);
        if (gOffset == wOffset && mOffset == wOffset) {
            momentum(wOffset, wOffset + n, w, g, m, learningRate, momentum);
            return;
        }
        Rule rule = (count, b) -> momentum(0, count, b[0], b[1], b[2], learningRate, momentum);
        inBlocks(n, rule, new float[][] {w, g, m}, new int[] {wOffset, gOffset, mOffset});
    }

    private static void momentum(
            int from, int to, float[] w, float[] g, float[] m, float learningRate, float momentum) {
        for (int i = from; i < to; i++) {
            float velocity = kept(momentum * m[i] - learningRate * g[i]);
            m[i] = velocity;
            w[i] += velocity;
        }
    }

    /**
     * Gradient descent with Nesterov's momentum: m ← μ·m − η·g; w ← w + μ·m − η·g, with the new m.
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param m velocity, updated in place; zeros at the start
     * @param mOffset index of its first element
     * @param learningRate η, in Keras 0.01 by default
     * @param momentum μ, in [0, 1); 0.9 is usual
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void nesterov(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float learningRate,
            float momentum) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("m", m.length, mOffset, n);
        if (gOffset == wOffset && mOffset == wOffset) {
            nesterov(wOffset, wOffset + n, w, g, m, learningRate, momentum);
            return;
        }
        Rule rule = (count, b) -> nesterov(0, count, b[0], b[1], b[2], learningRate, momentum);
        inBlocks(n, rule, new float[][] {w, g, m}, new int[] {wOffset, gOffset, mOffset});
    }

    private static void nesterov(
            int from, int to, float[] w, float[] g, float[] m, float learningRate, float momentum) {
        for (int i = from; i < to; i++) {
            float step = learningRate * g[i];
            float velocity = kept(momentum * m[i] - step);
            m[i] = velocity;
            w[i] += momentum * velocity - step;
        }
    }

    /**
     * RMSprop: v ← v + (1 − ρ)·(g² − v); w ← w − η·g / √(v + ε), with ε inside the root (T. Tieleman, G. Hinton, Lecture 6.5,
     * 2012; Keras' defaults η = 0.001, ρ = 0.9, ε = 1e-7).
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param v running mean of the squared gradients, updated in place; zeros at the start
     * @param vOffset index of its first element
     * @param learningRate η
     * @param oneMinusRho 1 − ρ, from {@link #oneMinus}
     * @param epsilon ε
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void rmsprop(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] v,
            int vOffset,
            float learningRate,
            float oneMinusRho,
            float epsilon) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("v", v.length, vOffset, n);
        if (gOffset == wOffset && vOffset == wOffset) {
            rmsprop(wOffset, wOffset + n, w, g, v, learningRate, oneMinusRho, epsilon);
            return;
        }
        Rule rule = (count, b) -> rmsprop(0, count, b[0], b[1], b[2], learningRate, oneMinusRho, epsilon);
        inBlocks(n, rule, new float[][] {w, g, v}, new int[] {wOffset, gOffset, vOffset});
    }

    private static void rmsprop(
            int from, int to, float[] w, float[] g, float[] v, float learningRate, float oneMinusRho, float epsilon) {
        for (int i = from; i < to; i++) {
            float gradient = g[i];
            float square = averaged(v[i], gradient * gradient, oneMinusRho);
            v[i] = square;
            w[i] -= learningRate * gradient / (float) Math.sqrt(square + epsilon);
        }
    }

    /**
     * Adam: m ← m + (1 − β₁)·(g − m); v ← v + (1 − β₂)·(g² − v); w ← w − α·m / (√v + ε), with the corrections of both means in
     * α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ) (D. P. Kingma, J. Ba, Adam, 2015, the form at the end of section 2, with "epsilon hat";
     * Keras' defaults η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7).
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param m running mean of the gradients, updated in place; zeros at the start
     * @param mOffset index of its first element
     * @param v running mean of the squared gradients, updated in place; zeros at the start
     * @param vOffset index of its first element
     * @param stepSize α, from {@link #adamStepSize}
     * @param oneMinusBeta1 1 − β₁, from {@link #oneMinus}
     * @param oneMinusBeta2 1 − β₂, from {@link #oneMinus}
     * @param epsilon ε
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void adam(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float stepSize,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("m", m.length, mOffset, n);
        Slices.check("v", v.length, vOffset, n);
        if (gOffset == wOffset && mOffset == wOffset && vOffset == wOffset) {
            adam(wOffset, wOffset + n, w, g, m, v, stepSize, oneMinusBeta1, oneMinusBeta2, epsilon);
            return;
        }
        Rule rule =
                (count, b) -> adam(0, count, b[0], b[1], b[2], b[3], stepSize, oneMinusBeta1, oneMinusBeta2, epsilon);
        inBlocks(n, rule, new float[][] {w, g, m, v}, new int[] {wOffset, gOffset, mOffset, vOffset});
    }

    private static void adam(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float stepSize,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon) {
        for (int i = from; i < to; i++) {
            float gradient = g[i];
            float mean = averaged(m[i], gradient, oneMinusBeta1);
            float square = averaged(v[i], gradient * gradient, oneMinusBeta2);
            m[i] = mean;
            v[i] = square;
            w[i] -= stepSize * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    /**
     * Adam with decoupled weight decay: w ← w − η·λ·w, then {@link #adam} (I. Loshchilov, F. Hutter, Decoupled weight decay
     * regularization, 2019; Keras' default λ = 0.004). For weights; biases take {@link #adam}.
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param m running mean of the gradients, updated in place; zeros at the start
     * @param mOffset index of its first element
     * @param v running mean of the squared gradients, updated in place; zeros at the start
     * @param vOffset index of its first element
     * @param stepSize α, from {@link #adamStepSize}
     * @param oneMinusBeta1 1 − β₁, from {@link #oneMinus}
     * @param oneMinusBeta2 1 − β₂, from {@link #oneMinus}
     * @param epsilon ε
     * @param decay η·λ
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void adamW(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float stepSize,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon,
            float decay) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("m", m.length, mOffset, n);
        Slices.check("v", v.length, vOffset, n);
        if (gOffset == wOffset && mOffset == wOffset && vOffset == wOffset) {
            adamW(wOffset, wOffset + n, w, g, m, v, stepSize, oneMinusBeta1, oneMinusBeta2, epsilon, decay);
            return;
        }
        Rule rule = (count, b) ->
                adamW(0, count, b[0], b[1], b[2], b[3], stepSize, oneMinusBeta1, oneMinusBeta2, epsilon, decay);
        inBlocks(n, rule, new float[][] {w, g, m, v}, new int[] {wOffset, gOffset, mOffset, vOffset});
    }

    private static void adamW(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float stepSize,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon,
            float decay) {
        for (int i = from; i < to; i++) {
            float gradient = g[i];
            float mean = averaged(m[i], gradient, oneMinusBeta1);
            float square = averaged(v[i], gradient * gradient, oneMinusBeta2);
            m[i] = mean;
            v[i] = square;
            float decayed = w[i] - decay * w[i];
            w[i] = decayed - stepSize * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    /**
     * Nadam: m and v as in {@link #adam}; w ← w − η·(μₜ₊₁·m / (1 − Uₜ₊₁) + (1 − μₜ)·g / (1 − Uₜ)) / (√(v / (1 − β₂ᵗ)) + ε), where
     * μₜ = β₁·(1 − ½·0.96ᵗ) and Uₜ = μ₁·μ₂·…·μₜ (T. Dozat, Incorporating Nesterov momentum into Adam, 2016, with Keras 3's exponent
     * t; its defaults η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7).
     *
     * <p>Numerator and denominator are both multiplied by √(1 − β₂ᵗ): w ← w − (a·m + b·g) / (√v + ε').
     *
     * @param n number of parameters, 0 or more
     * @param w the parameters, updated in place
     * @param wOffset index of the first parameter
     * @param g their gradient, left as it is
     * @param gOffset index of its first element
     * @param m running mean of the gradients, updated in place; zeros at the start
     * @param mOffset index of its first element
     * @param v running mean of the squared gradients, updated in place; zeros at the start
     * @param vOffset index of its first element
     * @param meanStep a, from {@link #nadamMeanStep}
     * @param gradientStep b, from {@link #nadamGradientStep}
     * @param oneMinusBeta1 1 − β₁, from {@link #oneMinus}
     * @param oneMinusBeta2 1 − β₂, from {@link #oneMinus}
     * @param epsilon ε', from {@link #nadamEpsilon}
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void nadam(
            int n,
            float[] w,
            int wOffset,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float meanStep,
            float gradientStep,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon) {
        Slices.check("w", w.length, wOffset, n);
        Slices.check("g", g.length, gOffset, n);
        Slices.check("m", m.length, mOffset, n);
        Slices.check("v", v.length, vOffset, n);
        if (gOffset == wOffset && mOffset == wOffset && vOffset == wOffset) {
            nadam(wOffset, wOffset + n, w, g, m, v, meanStep, gradientStep, oneMinusBeta1, oneMinusBeta2, epsilon);
            return;
        }
        Rule rule = (count, b) ->
                nadam(0, count, b[0], b[1], b[2], b[3], meanStep, gradientStep, oneMinusBeta1, oneMinusBeta2, epsilon);
        inBlocks(n, rule, new float[][] {w, g, m, v}, new int[] {wOffset, gOffset, mOffset, vOffset});
    }

    private static void nadam(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float meanStep,
            float gradientStep,
            float oneMinusBeta1,
            float oneMinusBeta2,
            float epsilon) {
        for (int i = from; i < to; i++) {
            float gradient = g[i];
            float mean = averaged(m[i], gradient, oneMinusBeta1);
            float square = averaged(v[i], gradient * gradient, oneMinusBeta2);
            m[i] = mean;
            v[i] = square;
            w[i] -= (meanStep * mean + gradientStep * gradient) / ((float) Math.sqrt(square) + epsilon);
        }
    }

    /**
     * 1 − β, rounded once. (Subtracting a rounded 0.999f from 1 would be off by 5e-5 of the result.)
     *
     * @param beta a rate of decay, such as 0.999
     * @return 1 − β
     */
    public static float oneMinus(double beta) {
        return (float) (1 - beta);
    }

    /**
     * Adam's step size α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ).
     *
     * @param learningRate η
     * @param beta1 β₁
     * @param beta2 β₂
     * @param t the step, from 1
     * @return α
     * @throws IllegalArgumentException if {@code t} is below 1
     */
    public static float adamStepSize(double learningRate, double beta1, double beta2, long t) {
        return (float) (learningRate * secondCorrection(beta2, t) / (1 - StrictMath.pow(beta1, t)));
    }

    /**
     * Nadam's momentum schedule μₜ = β₁·(1 − ½·0.96ᵗ).
     *
     * @param beta1 β₁
     * @param t the step, from 1
     * @return μₜ
     * @throws IllegalArgumentException if {@code t} is below 1
     */
    public static double nadamMomentum(double beta1, long t) {
        checkStep(t);
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, t));
    }

    /**
     * Nadam's running product Uₜ = μ₁·μ₂·…·μₜ, multiplied in ascending order. From one step to the next, multiply by
     * {@link #nadamMomentum}: the bits are the same.
     *
     * @param beta1 β₁
     * @param t the step, from 0; U₀ = 1
     * @return Uₜ
     * @throws IllegalArgumentException if {@code t} is negative
     */
    public static double nadamProduct(double beta1, long t) {
        if (t < 0) {
            throw new IllegalArgumentException("the step must not be negative, was " + t);
        }
        double product = 1;
        for (long i = 1; i <= t && product != 0; i++) {
            product *= nadamMomentum(beta1, i);
        }
        return product;
    }

    /**
     * Nadam's factor of the running mean, a = η·√(1 − β₂ᵗ)·μₜ₊₁ / (1 − Uₜ·μₜ₊₁).
     *
     * @param learningRate η
     * @param beta1 β₁
     * @param beta2 β₂
     * @param t the step, from 1
     * @param product Uₜ, from {@link #nadamProduct}
     * @return a
     * @throws IllegalArgumentException if {@code t} is below 1
     */
    public static float nadamMeanStep(double learningRate, double beta1, double beta2, long t, double product) {
        double next = nadamMomentum(beta1, t + 1);
        return (float) (learningRate * secondCorrection(beta2, t) * next / (1 - product * next));
    }

    /**
     * Nadam's factor of the gradient, b = η·√(1 − β₂ᵗ)·(1 − μₜ) / (1 − Uₜ).
     *
     * @param learningRate η
     * @param beta1 β₁
     * @param beta2 β₂
     * @param t the step, from 1
     * @param product Uₜ, from {@link #nadamProduct}
     * @return b
     * @throws IllegalArgumentException if {@code t} is below 1
     */
    public static float nadamGradientStep(double learningRate, double beta1, double beta2, long t, double product) {
        double momentum = nadamMomentum(beta1, t);
        return (float) (learningRate * secondCorrection(beta2, t) * (1 - momentum) / (1 - product));
    }

    /**
     * Nadam's ε' = ε·√(1 − β₂ᵗ).
     *
     * @param epsilon ε
     * @param beta2 β₂
     * @param t the step, from 1
     * @return ε'
     * @throws IllegalArgumentException if {@code t} is below 1
     */
    public static float nadamEpsilon(double epsilon, double beta2, long t) {
        return (float) (epsilon * secondCorrection(beta2, t));
    }

    /** √(1 − β₂ᵗ). */
    private static double secondCorrection(double beta2, long t) {
        checkStep(t);
        return Math.sqrt(1 - StrictMath.pow(beta2, t));
    }

    private static void checkStep(long t) {
        if (t < 1) {
            throw new IllegalArgumentException("steps are counted from 1, was " + t);
        }
    }
}
