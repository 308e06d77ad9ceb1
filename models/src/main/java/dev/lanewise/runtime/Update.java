package dev.lanewise.runtime;

import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.training.UpdateRule;

/**
 * The gradients of the parameters, each followed at once by the optimizer's update. Work is split by weights and rows of weights
 * ({@link Parameter#startOfShare}), so every worker needs the whole batch: all must have ended their backward pass.
 */
public final class Update {

    /** Elements of a strip: its values, gradient and two state arrays take 256 KiB, and stay in the L2 cache. */
    private static final int STRIP = 16 * 1024;

    private static final int ALIGNMENT = 8;

    private Update() {}

    /**
     * A dense layer: dW = xᵀ·dy and db = Σ over the rows of dy, then W and b move by the optimizer's rule.
     *
     * @param worker whose slices of W and b
     * @param rule the optimizer's rule, advanced to this step
     * @param x the layer's input, B × in
     * @param dy the gradient by the pre-activation, B × out
     * @param weight W, in × out
     * @param bias b, out
     */
    public static void dense(Worker worker, UpdateRule rule, Buffer x, Buffer dy, Parameter weight, Parameter bias) {
        int end = worker.end(weight);
        int strip = strip(weight);
        for (int row = worker.start(weight); row < end; row += strip) {
            int rows = Math.min(strip, end - row);
            product(worker, rows, x, row, dy, weight.gradient(), row * weight.columns());
            apply(rule, weight, row * weight.columns(), rows * weight.columns());
        }
        bias(worker, rule, dy, bias);
    }

    /**
     * The gradient of a weight that has further uses: dW = xᵀ·dy.
     *
     * @param worker whose slice of W
     * @param x the layer's input, B × in
     * @param dy the gradient by the pre-activation, B × out
     * @param weight W, in × out
     */
    public static void gradient(Worker worker, Buffer x, Buffer dy, Parameter weight) {
        int from = worker.start(weight);
        int rows = worker.end(weight) - from;
        product(worker, rows, x, from, dy, weight.gradient(), from * weight.columns());
    }

    /**
     * The gradient by one more, transposed use of a weight: dW ← dW + dyᵀ·x.
     *
     * @param worker whose slice of W
     * @param x the tied layer's input, B × out
     * @param dy the gradient by the tied layer's pre-activation, B × in
     * @param weight W, in × out
     */
    public static void addTransposedGradient(Worker worker, Buffer x, Buffer dy, Parameter weight) {
        int columns = weight.columns();
        int end = worker.end(weight);
        int strip = strip(weight);
        float[] product = worker.workspace().floats(strip * columns);
        for (int row = worker.start(weight); row < end; row += strip) {
            int rows = Math.min(strip, end - row);
            product(worker, rows, dy, row, x, product, 0);
            add(rows * columns, product, weight.gradient(), row * columns);
        }
    }

    /**
     * Moves a weight whose gradient is complete.
     *
     * @param worker whose slice of W
     * @param rule the optimizer's rule, advanced to this step
     * @param weight W
     */
    public static void weight(Worker worker, UpdateRule rule, Parameter weight) {
        int from = worker.start(weight);
        int rows = worker.end(weight) - from;
        apply(rule, weight, from * weight.columns(), rows * weight.columns());
    }

    /**
     * The bias of a layer: db = Σ over the rows of dy, then b moves by the optimizer's rule.
     *
     * @param worker whose slice of b
     * @param rule the optimizer's rule, advanced to this step
     * @param dy the gradient by the pre-activation, B × out
     * @param bias b, out
     */
    public static void bias(Worker worker, UpdateRule rule, Buffer dy, Parameter bias) {
        int from = worker.start(bias.columns());
        int count = worker.end(bias.columns()) - from;
        Reductions.columnSums(
                worker.batch(), count, dy.data(), dy.offset(0) + from, dy.stride(), bias.gradient(), from);
        apply(rule, bias, from, count);
    }

    private static int strip(Parameter weight) {
        return Math.max(ALIGNMENT, STRIP / weight.columns() / ALIGNMENT * ALIGNMENT);
    }

    /** Rows [row, row + rows) of aᵀ·b, with a B × m and b B × n, to c at an offset, n elements a row. */
    private static void product(Worker worker, int rows, Buffer a, int row, Buffer b, float[] c, int offset) {
        MatMul.multiplyTransposedA(
                rows,
                b.columns(),
                worker.batch(),
                a.data(),
                a.offset(0) + row,
                a.stride(),
                b.data(),
                b.offset(0),
                b.stride(),
                c,
                offset,
                b.columns());
    }

    private static void add(int n, float[] x, float[] sum, int offset) {
        for (int i = 0; i < n; i++) {
            sum[offset + i] += x[i];
        }
    }

    private static void apply(UpdateRule rule, Parameter parameter, int offset, int length) {
        rule.apply(parameter.isWeight(), offset, length, parameter.values(), parameter.gradient(), parameter.state());
    }
}
