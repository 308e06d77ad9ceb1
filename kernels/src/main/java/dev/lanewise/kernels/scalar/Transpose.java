package dev.lanewise.kernels.scalar;

/** Transposes a matrix into scratch memory, block by block so that both sides stay in the cache. */
public final class Transpose {

    private static final int BLOCK = 16;

    private Transpose() {}

    /**
     * A leading dimension for scratch rows of {@code columns} elements: a multiple of 16, but not of 256, as rows a
     * power of two apart compete for the same cache lines.
     */
    public static int leadingDimension(int columns) {
        int ld = Math.addExact(columns, 15) & -16;
        return ld % 256 == 0 ? ld + 16 : ld;
    }

    /** The length of a scratch matrix of so many rows, checked to fit into an array with {@code more} elements after it. */
    public static int length(int rows, int ld, int more) {
        long length = (long) rows * ld;
        if (length + more > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the transposed operand: expected at most "
                    + (Integer.MAX_VALUE - 8 - more) + " elements, found " + length);
        }
        return (int) length;
    }

    /** y (columns × rows) = xᵀ with x (rows × columns). */
    public static void transpose(
            int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset, int ldy) {
        for (int i0 = 0; i0 < rows; i0 += BLOCK) {
            int i1 = Math.min(i0 + BLOCK, rows);
            for (int j0 = 0; j0 < columns; j0 += BLOCK) {
                int j1 = Math.min(j0 + BLOCK, columns);
                for (int j = j0; j < j1; j++) {
                    for (int i = i0; i < i1; i++) {
                        y[yOffset + j * ldy + i] = x[xOffset + i * ldx + j];
                    }
                }
            }
        }
    }
}
