package dev.lanewise.runtime;

/**
 * An activation function of a user's own, y = f(x) element by element, as the compiler writes it: for strips of values, which begin at
 * index 0 of their arrays and stay in the innermost cache.
 */
public abstract class OwnActivation {

    /** The most values of a strip: with four operands and as many intermediate values 32 KiB. */
    static final int STRIP = 1024;

    /** For generated classes. */
    protected OwnActivation() {}

    /**
     * y = f(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y receives the results, not x
     * @param scratch for intermediate values
     */
    protected abstract void values(int n, float[] x, float[] y, Scratch scratch);

    /**
     * dx = dy·f′(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results
     * @param dy the gradient by the results
     * @param dx receives the gradient by the arguments, none of the others
     * @param scratch for intermediate values
     */
    protected abstract void gradients(int n, float[] x, float[] y, float[] dy, float[] dx, Scratch scratch);

    /** y = f(x) for a worker's rows, possibly in place. */
    final void forward(Worker worker, Buffer x, Buffer y) {
        float[] arguments = worker.operand(0, STRIP);
        float[] results = worker.operand(1, STRIP);
        boolean dense = isDense(x) && isDense(y);
        int length = dense ? worker.rows() * x.columns() : x.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            for (int i = 0; i < length; i += STRIP) {
                int n = Math.min(STRIP, length - i);
                System.arraycopy(x.data(), x.offset(row) + i, arguments, 0, n);
                values(n, arguments, results, worker.scratch());
                System.arraycopy(results, 0, y.data(), y.offset(row) + i, n);
            }
        }
    }

    /** dy = dy·f′(x) for a worker's rows, in place. */
    final void backward(Worker worker, Buffer x, Buffer y, Buffer dy) {
        float[] arguments = worker.operand(0, STRIP);
        float[] results = worker.operand(1, STRIP);
        float[] before = worker.operand(2, STRIP);
        float[] after = worker.operand(3, STRIP);
        boolean dense = isDense(x) && isDense(y) && isDense(dy);
        int length = dense ? worker.rows() * x.columns() : x.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            for (int i = 0; i < length; i += STRIP) {
                int n = Math.min(STRIP, length - i);
                System.arraycopy(x.data(), x.offset(row) + i, arguments, 0, n);
                System.arraycopy(y.data(), y.offset(row) + i, results, 0, n);
                System.arraycopy(dy.data(), dy.offset(row) + i, before, 0, n);
                gradients(n, arguments, results, before, after, worker.scratch());
                System.arraycopy(after, 0, dy.data(), dy.offset(row) + i, n);
            }
        }
    }

    /** Whether a worker's rows can be taken as one. */
    private static boolean isDense(Buffer buffer) {
        return buffer.stride() == buffer.columns();
    }
}
