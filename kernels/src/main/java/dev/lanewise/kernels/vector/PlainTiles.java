package dev.lanewise.kernels.vector;

/**
 * Tiles in plain loops, with the bits of those on vectors, and each thread's account of which tiles are too rare for these.
 *
 * <p>A method on vectors allocates until C2 has compiled it, and what is called once an epoch (for the smaller last batch, say) may
 * never be. Plain loops allocate nothing, however they run.
 */
final class PlainTiles {

    /** A tile that takes part in fewer than one in so many products is rare. */
    private static final int RARE = 64;

    /** So many products of a thread pass before any tile is; so the first ones get all tiles compiled. */
    private static final int START = 256;

    /** After so many products all counts are halved, so that what was rare long ago can become frequent. */
    private static final int WINDOW = 16 * 1024;

    private static final ThreadLocal<PlainTiles> ACCOUNT = ThreadLocal.withInitial(PlainTiles::new);

    private int products;
    private final int[] uses = new int[2 * 64];

    private PlainTiles() {}

    /** The calling thread's account, with one more product on it. */
    static PlainTiles account() {
        PlainTiles account = ACCOUNT.get();
        if (++account.products == WINDOW) {
            account.halve();
        }
        return account;
    }

    private void halve() {
        products /= 2;
        for (int i = 0; i < uses.length; i++) {
            uses[i] /= 2;
        }
    }

    /** Whether a tile of up to 16 rows × 7 vectors, for A or Aᵀ, is rare; notes that a product needs it. */
    boolean rare(int height, int width, boolean transposed) {
        int tile = (transposed ? 64 : 0) + Integer.numberOfTrailingZeros(height) * 8 + width;
        return ++uses[tile] * RARE < products - START;
    }

    /** C (rows × columns) = A·B, with A's element (i, p) at {@code a[aAt + i·aRow + p·aStep]}. */
    static void multiply(
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
        for (int i = 0; i < rows; i++) {
            int to = cAt + i * ldc;
            for (int j = 0; j < columns; j++) {
                c[to + j] = 0;
            }
            for (int p = 0; p < k; p++) {
                addRow(columns, a[aAt + i * aRow + p * aStep], b, bAt + p * ldb, c, to);
            }
        }
    }

    private static void addRow(int columns, float a, float[] b, int bAt, float[] c, int cAt) {
        for (int j = 0; j < columns; j++) {
            c[cAt + j] = Math.fma(a, b[bAt + j], c[cAt + j]);
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
