package dev.lanewise.runtime;

/**
 * An activation function of a user's own, y = f(x) element by element, as the compiler writes it: in plain loops over strips of values,
 * which begin at index 0 of their arrays and stay in the innermost cache. Its twin on the Vector API, which the compiler writes as a
 * class file, takes values where they are.
 */
public abstract class OwnActivation {

    /** The most values of a strip: with four operands and as many intermediate values 32 KiB. */
    private static final int STRIP = 1024;

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

    /**
     * y = f(x), from any place to any other.
     *
     * @param n how many values, at most a strip
     * @param x the arguments
     * @param xAt where they begin
     * @param y receives the results; may be x, at the same place
     * @param yAt where they begin
     * @param scratch for intermediate values
     */
    protected void values(int n, float[] x, int xAt, float[] y, int yAt, Scratch scratch) {
        float[] arguments = scratch.operand(0, n);
        float[] results = scratch.operand(1, n);
        System.arraycopy(x, xAt, arguments, 0, n);
        values(n, arguments, results, scratch);
        System.arraycopy(results, 0, y, yAt, n);
    }

    /**
     * dx = dy·f′(x), from any place to any other.
     *
     * @param n how many values, at most a strip
     * @param x the arguments
     * @param xAt where they begin
     * @param y the results
     * @param yAt where they begin
     * @param dy the gradient by the results
     * @param dyAt where it begins
     * @param dx receives the gradient by the arguments; may be dy, at the same place
     * @param dxAt where it begins
     * @param scratch for intermediate values
     */
    protected void gradients(
            int n,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            float[] dy,
            int dyAt,
            float[] dx,
            int dxAt,
            Scratch scratch) {
        float[] arguments = scratch.operand(0, n);
        float[] results = scratch.operand(1, n);
        float[] before = scratch.operand(2, n);
        float[] after = scratch.operand(3, n);
        System.arraycopy(x, xAt, arguments, 0, n);
        System.arraycopy(y, yAt, results, 0, n);
        System.arraycopy(dy, dyAt, before, 0, n);
        gradients(n, arguments, results, before, after, scratch);
        System.arraycopy(after, 0, dx, dxAt, n);
    }

    /** y = f(x) for a worker's rows, possibly in place. */
    final void forward(Worker worker, Buffer x, Buffer y) {
        boolean dense = isDense(x) && isDense(y);
        int length = dense ? worker.rows() * x.columns() : x.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            for (int i = 0; i < length; i += STRIP) {
                int n = Math.min(STRIP, length - i);
                values(n, x.data(), x.offset(row) + i, y.data(), y.offset(row) + i, worker.scratch());
            }
        }
    }

    /** dy = dy·f′(x) for a worker's rows, in place. */
    final void backward(Worker worker, Buffer x, Buffer y, Buffer dy) {
        boolean dense = isDense(x) && isDense(y) && isDense(dy);
        int length = dense ? worker.rows() * x.columns() : x.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            for (int i = 0; i < length; i += STRIP) {
                int n = Math.min(STRIP, length - i);
                int at = dy.offset(row) + i;
                gradients(
                        n,
                        x.data(),
                        x.offset(row) + i,
                        y.data(),
                        y.offset(row) + i,
                        dy.data(),
                        at,
                        dy.data(),
                        at,
                        worker.scratch());
            }
        }
    }

    /** Whether a worker's rows can be taken as one. */
    private static boolean isDense(Buffer buffer) {
        return buffer.stride() == buffer.columns();
    }
}
