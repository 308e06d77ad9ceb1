package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.vector.MatrixTiles.LANES;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.provider.MatrixKernels;
import dev.lanewise.kernels.scalar.Transpose;
import java.util.Arrays;

/**
 * Matrix products, on the Vector API: C is covered with register tiles ({@link MatrixTiles}, {@link ColumnTiles}), column strip
 * by column strip, so that a strip of B stays in the cache while the rows of A pass.
 */
public final class VectorMatrices implements MatrixKernels {

    /** Rows of the tallest tile: with 32 vector registers (AVX-512, NEON) twice those that fit into 16. */
    private static final int TALL =
            LANES == 16 || System.getProperty("os.arch", "").equals("aarch64") ? 8 : 4;

    /** Rows of Cᵀ that are computed before they are transposed. */
    private static final int STRIP = 64;

    /** So many rows of A, and a strip of B of so many rows, pay for copying the strip to where it is dense. */
    private static final int PACKED_ROWS = 128;

    /** Rows of B so far apart lie on pages of their own, and where that is a power of two in few sets of the caches. */
    private static final int PACKED_STRIDE = 512;

    /** Rows a multiple of so many elements apart compete for an eighth of the caches' sets or less. */
    private static final int CROWDED_STRIDE = 128;

    /** So many columns of C pay for turning A. */
    private static final int WIDE_COLUMNS = 512;

    /** With fewer columns, vectors along the rows of C do more for Aᵀ·B, and in so many steps make good for transposing it. */
    private static final int NARROW_COLUMNS = 14;

    private static final int NARROW_STEPS = 48;

    /** So few columns beyond whole vectors, in so many steps or more, are cheaper as rows of Cᵀ; none where four fill a vector. */
    private static final int RAGGED_COLUMNS = LANES > VectorTranspose.FEW_ROWS ? LANES / 2 : 0;

    private static final int RAGGED_STEPS = 16;

    /** Rows that are turned at a time. */
    private static final int TURNED_ROWS = 256;

    /** Sums of so many terms or more, in so many rows or more, are worth holding B in registers. */
    private static final int MIN_SHORT = 6;

    private static final int SHORT_ROWS = 16;

    /** A single row of C of so many columns, in so many steps, is worth keeping in the cache instead of in registers. */
    private static final int LONG_ROW = 256;

    private static final int LONG_STEPS = 16;

    private static final float[] NO_BIAS = {};

    /** Each thread's memory for strips of B that are packed or widened to whole vectors. */
    private static final ThreadLocal<Workspace> WIDE = ThreadLocal.withInitial(Workspace::new);

    /** Each thread's memory for rows of Aᵀ. */
    private static final ThreadLocal<Workspace> TURNED = ThreadLocal.withInitial(Workspace::new);

    /** Creates the kernels; they hold no state. */
    public VectorMatrices() {}

    @Override
    public void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, c, cOffset, ldc, NO_BIAS, 0, Epilogue.NONE);
    }

    @Override
    public void multiplyBias(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] bias,
            int biasOffset,
            boolean relu,
            float[] c,
            int cOffset,
            int ldc) {
        Epilogue epilogue = relu ? Epilogue.BIAS_RELU : Epilogue.BIAS;
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, c, cOffset, ldc, bias, biasOffset, epilogue);
    }

    @Override
    public void multiplyTransposedA(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        if (n < NARROW_COLUMNS && n < LANES && m >= 2 * LANES && k >= NARROW_STEPS) {
            transposedProduct(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
            return;
        }
        int ragged = n % LANES;
        if (0 < ragged && ragged <= RAGGED_COLUMNS && n > LANES && m >= 2 * LANES && k >= RAGGED_STEPS) {
            // A further vector in each row would be mostly idle.
            int whole = n - ragged;
            int last = n - Math.max(ragged, VectorTranspose.FEW_ROWS);
            multiplyTransposedA(m, whole, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
            transposedProduct(m, n - last, k, a, aOffset, lda, b, bOffset + last, ldb, c, cOffset + last, ldc);
            return;
        }
        if (n < WIDE_COLUMNS || m < PACKED_ROWS || k < PACKED_ROWS || lda % CROWDED_STRIDE != 0) {
            product(m, n, k, a, aOffset, 1, lda, b, bOffset, ldb, c, cOffset, ldc, NO_BIAS, 0, Epilogue.NONE);
            return;
        }
        // Tiles would read A down columns that crowd a few sets of the caches. So they are made rows, some at a time.
        int ld = Transpose.leadingDimension(k);
        int length = Transpose.length(Math.min(m, TURNED_ROWS), ld, VectorTranspose.SCRATCH);
        float[] turned = TURNED.get().floats(length + VectorTranspose.SCRATCH);
        for (int i = 0; i < m; i += TURNED_ROWS) {
            int rows = Math.min(m - i, TURNED_ROWS);
            VectorTranspose.transpose(k, rows, a, aOffset + i, lda, turned, 0, ld, turned, length);
            int cAt = cOffset + i * ldc;
            product(rows, n, k, turned, 0, ld, 1, b, bOffset, ldb, c, cAt, ldc, NO_BIAS, 0, Epilogue.NONE);
        }
    }

    /** Cᵀ = Bᵀ·A, whose lanes run along the rows of C: few columns would leave many of them idle. Then C. */
    private static void transposedProduct(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        int ld = Transpose.leadingDimension(m);
        float[] cT = TURNED.get().floats(Math.multiplyExact(n, ld));
        product(n, m, k, b, bOffset, 1, ldb, a, aOffset, lda, cT, 0, ld, NO_BIAS, 0, Epilogue.NONE);
        VectorTranspose.transposeFewRows(n, m, cT, 0, ld, c, cOffset, ldc);
    }

    @Override
    public void multiplyTransposedB(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Workspace workspace) {
        // In the time of one fused multiply-add of vectors, one element is transposed.
        long withB = (long) m * k * vectors(n) + (long) n * k;
        long withA = (long) n * k * vectors(m) + (long) m * (k + n);
        if (withB <= withA) {
            transposeB(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, workspace);
        } else {
            transposeA(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, workspace);
        }
    }

    /** C = A·(Bᵀ). */
    private static void transposeB(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Workspace workspace) {
        if (n < LANES && k >= LANES) {
            transposeNarrowB(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, workspace);
            return;
        }
        int ld = Transpose.leadingDimension(n);
        int length = Transpose.length(Math.max(k, LANES), ld, VectorTranspose.SCRATCH);
        float[] bT = workspace.floats(length + VectorTranspose.SCRATCH);
        if (0 < k && k < LANES) {
            // Filled up to a vector's lanes, B's rows are transposed in whole vectors; what is too much goes behind Bᵀ.
            float[] wide = WIDE.get().floats(Math.multiplyExact(n, LANES));
            MatrixTiles.widen(n, k, b, bOffset, ldb, wide);
            VectorTranspose.transpose(n, LANES, wide, 0, LANES, bT, 0, ld, bT, length);
        } else {
            VectorTranspose.transpose(n, k, b, bOffset, ldb, bT, 0, ld, bT, length);
        }
        product(m, n, k, a, aOffset, lda, 1, bT, 0, ld, c, cOffset, ldc, NO_BIAS, 0, Epilogue.NONE);
    }

    /** C = A·(Bᵀ) for a B of fewer rows than a vector has lanes: with rows of zeros below, it is transposed in whole vectors. */
    private static void transposeNarrowB(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Workspace workspace) {
        int length = Math.multiplyExact(k, LANES);
        float[] rows = workspace.floats(Math.addExact(length, VectorTranspose.SCRATCH));
        for (int i = 0; i < n; i++) {
            System.arraycopy(b, bOffset + i * ldb, rows, i * k, k);
        }
        Arrays.fill(rows, n * k, length, 0);
        float[] wide = wide(k);
        VectorTranspose.transpose(LANES, k, rows, 0, k, wide, 0, LANES, rows, length);
        narrow(m, n, k, a, aOffset, lda, 1, wide, c, cOffset, ldc, Epilogue.NONE);
    }

    /** Cᵀ = B·(Aᵀ), a strip of Cᵀ after the other, each transposed into C while it is in the cache. */
    private static void transposeA(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Workspace workspace) {
        // Columns too many stand beside those of Aᵀ, so that a few do not need tiles narrower than a vector.
        int columns = Math.max(m, LANES);
        int ld = Transpose.leadingDimension(columns);
        int height = Math.min(n, STRIP);
        int strip = Transpose.length(k, ld, height * ld + VectorTranspose.SCRATCH);
        int scratch = strip + height * ld;
        float[] aT = workspace.floats(scratch + VectorTranspose.SCRATCH);
        if (columns > m) {
            Arrays.fill(aT, 0, k * ld, 0);
        }
        VectorTranspose.transpose(m, k, a, aOffset, lda, aT, 0, ld, aT, scratch);
        for (int j = 0; j < n; j += STRIP) {
            int rows = Math.min(n - j, STRIP);
            product(
                    rows,
                    columns,
                    k,
                    b,
                    bOffset + j * ldb,
                    ldb,
                    1,
                    aT,
                    0,
                    ld,
                    aT,
                    strip,
                    ld,
                    NO_BIAS,
                    0,
                    Epilogue.NONE);
            VectorTranspose.transpose(rows, m, aT, strip, ld, c, cOffset + j, ldc, aT, scratch);
        }
    }

    /** How many vectors hold so many columns. */
    private static int vectors(int columns) {
        return columns / LANES + (columns % LANES == 0 ? 0 : 1);
    }

    /** What follows the product in a tile of C. */
    private enum Epilogue {
        NONE,
        BIAS,
        BIAS_RELU
    }

    /** Covers C with column strips of two or three vectors; seven, where C has fewer than four rows; one, if C is not wider. */
    private static void product(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            float[] bias,
            int biasOffset,
            Epilogue epilogue) {
        if (m == 0 || n == 0) {
            return;
        }
        if (n < LANES) {
            narrow(m, n, k, a, aOffset, aRow, aStep, b, bOffset, ldb, c, cOffset, ldc, bias, biasOffset, epilogue);
            return;
        }
        TileAccount account = TileAccount.withProduct();
        if (aStep == 1
                && m >= SHORT_ROWS
                && n >= 2 * LANES
                && MIN_SHORT <= k
                && k <= ShortSums.MOST
                && TALL == 8
                && !account.rare(0, 2, false, 1)) {
            shortSums(m, n, k, a, aOffset, aRow, b, bOffset, ldb, c, cOffset, ldc, bias, biasOffset, epilogue);
            return;
        }
        if (m == 1 && aStep == 1 && n >= LONG_ROW && k >= LONG_STEPS && !account.rare(0, 1, false, k)) {
            longRow(n, k, a, aOffset, b, bOffset, ldb, c, cOffset, bias, biasOffset, epilogue);
            return;
        }
        boolean packs = m >= PACKED_ROWS && ldb >= PACKED_STRIDE && k >= PACKED_ROWS;
        float[] packed = packs ? WIDE.get().floats(Math.multiplyExact(k, 3 * LANES)) : b;
        int vectors = vectors(n);
        for (int width, j = 0; vectors > 0; vectors -= width, j += width * LANES) {
            width = width(vectors, m);
            // Where the last vector starts, so that it ends with the row.
            int last = Math.min((width - 1) * LANES, n - LANES - j);
            if (packs) {
                MatrixTiles.pack(k, b, bOffset + j, last, ldb, packed);
            }
            int bAt = packs ? 0 : bOffset + j;
            int bRow = packs ? 3 * LANES : ldb;
            for (int height, rows, i = 0; i < m; i += rows) {
                height = height(m - i, m, width, aRow == 1);
                // The last tile overlaps the rows before it rather than being lower: the same bits are stored twice.
                int row = Math.min(i, m - height);
                rows = (m - row) / height * height;
                int aAt = aOffset + row * aRow;
                int cAt = cOffset + row * ldc + j;
                if (account.rare(height, width, aRow == 1, rows / height)) {
                    int columns = last + LANES;
                    account.plain.multiply(rows, columns, k, a, aAt, aRow, aStep, packed, bAt, bRow, c, cAt, ldc);
                    if (epilogue != Epilogue.NONE) {
                        PlainTiles.finish(
                                rows, columns, bias, biasOffset + j, epilogue == Epilogue.BIAS_RELU, c, cAt, ldc);
                    }
                    continue;
                }
                for (int end = row + rows; row < end; row += height, aAt += height * aRow, cAt += height * ldc) {
                    tile(height, width, k, a, aAt, aRow, aStep, packed, bAt, last, bRow, c, cAt, ldc);
                    if (epilogue != Epilogue.NONE) {
                        boolean relu = epilogue == Epilogue.BIAS_RELU;
                        finish(height, width, bias, biasOffset + j, relu, c, cAt, last, ldc);
                    }
                }
            }
        }
    }

    /** Covers C with column strips of two vectors; the last may overlap the one before it, and has its columns anew. */
    private static void shortSums(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            float[] bias,
            int biasOffset,
            Epilogue epilogue) {
        for (int j = 0; j < n; j += 2 * LANES) {
            int column = Math.min(j, n - 2 * LANES);
            int cAt = cOffset + column;
            ShortSums.rows(m, k, a, aOffset, aRow, b, bOffset + column, ldb, c, cAt, ldc);
            if (epilogue != Epilogue.NONE) {
                boolean relu = epilogue == Epilogue.BIAS_RELU;
                MatrixTiles.finish2(m, bias, biasOffset + column, relu, c, cAt, LANES, ldc);
            }
        }
    }

    /** One row of C, then the epilogue. */
    private static void longRow(
            int n,
            int k,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            float[] bias,
            int biasOffset,
            Epilogue epilogue) {
        LongRow.multiply(n, k, a, aOffset, b, bOffset, ldb, c, cOffset);
        if (epilogue != Epilogue.NONE) {
            int vectors = vectors(n);
            for (int width, j = 0; vectors > 0; vectors -= width, j += width * LANES) {
                width = width(vectors, 1);
                int last = Math.min((width - 1) * LANES, n - LANES - j);
                finish(1, width, bias, biasOffset + j, epilogue == Epilogue.BIAS_RELU, c, cOffset + j, last, 0);
            }
        }
    }

    /** The vectors of the next tile, of so many that remain; never one that leaves a single vector. */
    private static int width(int vectors, int m) {
        if (m < 4 && (vectors == 7 || vectors > 8)) {
            return 7;
        }
        return vectors == 4 ? 2 : Math.min(vectors, 3);
    }

    /** The rows of the next tile, of so many that remain. */
    private static int height(int rows, int m, int width, boolean transposed) {
        if (TALL == 8 && width == 1 && rows >= 16) {
            return 16;
        }
        if (transposed && TALL == 8 && width != 1 && (rows == 10 || rows == 5)) {
            return 5;
        }
        if (TALL == 8 && m >= 8) {
            return 8;
        }
        if (TALL == 8 && width == 7 && m >= 2 && !transposed) {
            return 2;
        }
        return m >= 4 ? 4 : 1;
    }

    /**
     * A C narrower than a vector: B is copied into rows of a whole vector, what comes of the lanes too many is left behind when
     * the rows of C are copied to their place.
     */
    private static void narrow(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            float[] bias,
            int biasOffset,
            Epilogue epilogue) {
        float[] wide = wide(k);
        MatrixTiles.widen(k, n, b, bOffset, ldb, wide);
        if (epilogue != Epilogue.NONE) {
            System.arraycopy(bias, biasOffset, wide, k * LANES, n);
        }
        narrow(m, n, k, a, aOffset, aRow, aStep, wide, c, cOffset, ldc, epilogue);
    }

    /** The thread's memory for a widened B, a bias behind it, and behind that a strip of C. */
    private static float[] wide(int k) {
        return WIDE.get().floats(Math.multiplyExact(Math.addExact(k, 1 + STRIP), LANES));
    }

    private static void narrow(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] wide,
            float[] c,
            int cOffset,
            int ldc,
            Epilogue epilogue) {
        int bias = k * LANES;
        int strip = bias + LANES;
        for (int i = 0; i < m; i += STRIP) {
            int rows = Math.min(m - i, STRIP);
            int aAt = aOffset + i * aRow;
            product(rows, LANES, k, a, aAt, aRow, aStep, wide, 0, LANES, wide, strip, LANES, wide, bias, epilogue);
            MatrixTiles.narrow(rows, n, wide, strip, c, cOffset + i * ldc, ldc);
        }
    }

    private static void tile(
            int height,
            int width,
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
        if (aRow == 1 && height > 1) {
            columnTile(height, width, k, a, aAt, aStep, b, bAt, last, ldb, c, cAt, ldc);
            return;
        }
        switch (height << 3 | width) {
            case 8 << 3 | 3 -> MatrixTiles.tile8x3(k, a, aAt, aRow, aStep, b, bAt, last, ldb, c, cAt, ldc);
            case 8 << 3 | 2 -> MatrixTiles.tile8x2(k, a, aAt, aRow, aStep, b, bAt, last, ldb, c, cAt, ldc);
            case 16 << 3 | 1 -> MatrixTiles.tile16x1(k, a, aAt, aRow, b, bAt, ldb, c, cAt, ldc);
            case 8 << 3 | 1 -> MatrixTiles.tile8x1(k, a, aAt, aRow, aStep, b, bAt, ldb, c, cAt, ldc);
            case 4 << 3 | 3 -> MatrixTiles.tile4x3(k, a, aAt, aRow, aStep, b, bAt, last, ldb, c, cAt, ldc);
            case 4 << 3 | 2 -> MatrixTiles.tile4x2(k, a, aAt, aRow, aStep, b, bAt, last, ldb, c, cAt, ldc);
            case 4 << 3 | 1 -> MatrixTiles.tile4x1(k, a, aAt, aRow, aStep, b, bAt, ldb, c, cAt, ldc);
            case 2 << 3 | 7 -> MatrixTiles.tile2x7(k, a, aAt, aRow, aStep, b, bAt, last, ldb, c, cAt, ldc);
            case 1 << 3 | 7 -> MatrixTiles.tile1x7(k, a, aAt, aStep, b, bAt, last, ldb, c, cAt);
            case 1 << 3 | 3 -> MatrixTiles.tile1x3(k, a, aAt, aStep, b, bAt, last, ldb, c, cAt);
            case 1 << 3 | 2 -> MatrixTiles.tile1x2(k, a, aAt, aStep, b, bAt, last, ldb, c, cAt);
            case 1 << 3 | 1 -> MatrixTiles.tile1x1(k, a, aAt, aStep, b, bAt, ldb, c, cAt);
            default -> throw new AssertionError(height + " × " + width);
        }
    }

    private static void columnTile(
            int height,
            int width,
            int k,
            float[] a,
            int aAt,
            int lda,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
        switch (height << 3 | width) {
            case 8 << 3 | 3 -> ColumnTiles.tile8x3(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 8 << 3 | 2 -> ColumnTiles.tile8x2(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 16 << 3 | 1 -> ColumnTiles.tile16x1(k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
            case 8 << 3 | 1 -> ColumnTiles.tile8x1(k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
            case 5 << 3 | 3 -> ColumnTiles.tile5x3(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 5 << 3 | 2 -> ColumnTiles.tile5x2(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 4 << 3 | 3 -> ColumnTiles.tile4x3(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 4 << 3 | 2 -> ColumnTiles.tile4x2(k, a, aAt, lda, b, bAt, last, ldb, c, cAt, ldc);
            case 4 << 3 | 1 -> ColumnTiles.tile4x1(k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
            default -> throw new AssertionError(height + " × " + width);
        }
    }

    private static void finish(
            int rows, int width, float[] bias, int biasAt, boolean relu, float[] c, int cAt, int last, int ldc) {
        switch (width) {
            case 7 -> {
                // Vectors that may overlap are in one call, which reads both before it writes.
                int fourth = 3 * LANES;
                int sixth = 5 * LANES;
                MatrixTiles.finish3(rows, bias, biasAt, relu, c, cAt, 2 * LANES, ldc);
                MatrixTiles.finish2(rows, bias, biasAt + fourth, relu, c, cAt + fourth, LANES, ldc);
                MatrixTiles.finish2(rows, bias, biasAt + sixth, relu, c, cAt + sixth, last - sixth, ldc);
            }
            case 3 -> MatrixTiles.finish3(rows, bias, biasAt, relu, c, cAt, last, ldc);
            case 2 -> MatrixTiles.finish2(rows, bias, biasAt, relu, c, cAt, last, ldc);
            case 1 -> MatrixTiles.finish1(rows, bias, biasAt, relu, c, cAt, ldc);
            default -> throw new AssertionError(width);
        }
    }
}
