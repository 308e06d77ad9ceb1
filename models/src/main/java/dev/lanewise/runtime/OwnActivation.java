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
     * y = f(x), slope = f′(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y receives the results, not x
     * @param slope receives the derivatives, not x
     * @param scratch for intermediate values
     */
    protected abstract void slopes(int n, float[] x, float[] y, float[] slope, Scratch scratch);

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
     * y = f(x), slope = f′(x), from any place to any others.
     *
     * @param n how many values, at most a strip
     * @param x the arguments
     * @param xAt where they begin
     * @param y receives the results, not x
     * @param yAt where they begin
     * @param slope receives the derivatives; may be x, at the same place
     * @param slopeAt where they begin
     * @param scratch for intermediate values
     */
    protected void slopes(int n, float[] x, int xAt, float[] y, int yAt, float[] slope, int slopeAt, Scratch scratch) {
        float[] arguments = scratch.operand(0, n);
        float[] results = scratch.operand(1, n);
        float[] derivatives = scratch.operand(2, n);
        System.arraycopy(x, xAt, arguments, 0, n);
        slopes(n, arguments, results, derivatives, scratch);
        System.arraycopy(results, 0, y, yAt, n);
        System.arraycopy(derivatives, 0, slope, slopeAt, n);
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

    /** y = f(x) for a worker's rows, and x becomes f′(x). */
    final void forwardAndSlope(Worker worker, Buffer x, Buffer y) {
        boolean dense = isDense(x) && isDense(y);
        int length = dense ? worker.rows() * x.columns() : x.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            for (int i = 0; i < length; i += STRIP) {
                int n = Math.min(STRIP, length - i);
                int at = x.offset(row) + i;
                slopes(n, x.data(), at, y.data(), y.offset(row) + i, x.data(), at, worker.scratch());
            }
        }
    }

    /** dy = dy·f′(x) for a worker's rows. */
    static void backward(Worker worker, Buffer slope, Buffer dy) {
        boolean dense = isDense(slope) && isDense(dy);
        int length = dense ? worker.rows() * slope.columns() : slope.columns();
        for (int row = worker.from(), end = dense ? row + 1 : row + worker.rows(); row < end; row++) {
            int from = slope.offset(row);
            if (dy.offset(row) == from) {
                multiply(from, from + length, slope.data(), dy.data());
            } else {
                multiply(length, slope.data(), from, dy.data(), dy.offset(row));
            }
        }
    }

    /** One index for both arrays: C2 vectorises that. */
    private static void multiply(int from, int to, float[] slope, float[] dy) {
        for (int i = from; i < to; i++) {
            dy[i] = dy[i] * slope[i];
        }
    }

    private static void multiply(int n, float[] slope, int slopeAt, float[] dy, int dyAt) {
        for (int i = 0; i < n; i++) {
            dy[dyAt + i] = dy[dyAt + i] * slope[slopeAt + i];
        }
    }

    /** Whether a worker's rows can be taken as one. */
    private static boolean isDense(Buffer buffer) {
        return buffer.stride() == buffer.columns();
    }
}
