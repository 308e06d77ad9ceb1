package dev.lanewise.kernels.vector;

/** Tiles in plain loops, with the bits of those on vectors: these allocate nothing, however they run. Used by one thread at a time. */
final class PlainTiles {

    /** Columns of the widest tile. */
    private static final int COLUMNS = 7 * MatrixTiles.LANES;

    /** A row of B and four of C: C2 makes vectors of loops over whole arrays, not of those over parts of one. */
    private final float[] b0 = new float[COLUMNS];

    private final float[] c0 = new float[COLUMNS];
    private final float[] c1 = new float[COLUMNS];
    private final float[] c2 = new float[COLUMNS];
    private final float[] c3 = new float[COLUMNS];

    /** C (rows × columns) = A·B, with A's element (i, p) at {@code a[aAt + i·aRow + p·aStep]}. */
    void multiply(
            int rows,
            int columns,
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
        for (int i = 0; i < rows; i += 4) {
            clear(columns, c0, c1, c2, c3);
            // Rows past the last are computed from the last row of A, and dropped.
            int last = rows - 1;
            int at0 = aAt + i * aRow;
            int at1 = aAt + Math.min(i + 1, last) * aRow;
            int at2 = aAt + Math.min(i + 2, last) * aRow;
            int at3 = aAt + Math.min(i + 3, last) * aRow;
            for (int p = 0; p < k; p++) {
                int step = p * aStep;
                System.arraycopy(b, bAt + p * ldb, b0, 0, columns);
                add(columns, a[at0 + step], a[at1 + step], a[at2 + step], a[at3 + step], b0, c0, c1, c2, c3);
            }
            for (int r = i; r < Math.min(i + 4, rows); r++) {
                System.arraycopy(r == i ? c0 : r == i + 1 ? c1 : r == i + 2 ? c2 : c3, 0, c, cAt + r * ldc, columns);
            }
        }
    }

    private static void clear(int columns, float[] c0, float[] c1, float[] c2, float[] c3) {
        for (int j = 0; j < columns; j++) {
            c0[j] = 0;
            c1[j] = 0;
            c2[j] = 0;
            c3[j] = 0;
        }
    }

    /** Adds multiples of a row of B to four rows of C. */
    private static void add(
            int columns,
            float a0,
            float a1,
            float a2,
            float a3,
            float[] b,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3) {
        for (int j = 0; j < columns; j++) {
            c0[j] = Math.fma(a0, b[j], c0[j]);
            c1[j] = Math.fma(a1, b[j], c1[j]);
            c2[j] = Math.fma(a2, b[j], c2[j]);
            c3[j] = Math.fma(a3, b[j], c3[j]);
        }
    }

    /** C (rows × columns) = C + bias, and relu of it if asked for. */
    static void finish(int rows, int columns, float[] bias, int biasAt, boolean relu, float[] c, int cAt, int ldc) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float y = c[cAt + i * ldc + j] + bias[biasAt + j];
                c[cAt + i * ldc + j] = relu && y <= 0 ? 0 : y;
            }
        }
    }
}
