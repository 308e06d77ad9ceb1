package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.vector.MatrixTiles.LANES;
import static dev.lanewise.kernels.vector.MatrixTiles.SPECIES;

import dev.lanewise.kernels.scalar.Transpose;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposes a matrix in square blocks of LANES × LANES.
 *
 * <p>A block is transposed by swapping bit after bit of the row's number with the same bit of the column's (Eklundh, "A
 * fast computer method for matrix transposing", 1972): for the bit of value d, rows i and i + d exchange the off-diagonal
 * halves of their columns. Two bits make one pass over four rows; two passes, with a block of scratch between, do 16 lanes.
 */
final class VectorTranspose {

    private static final VectorShuffle<Float> SWAP_1 = swap(1);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_8 = swap(8);
    private static final VectorMask<Float> RIGHT_1 = right(1);
    private static final VectorMask<Float> RIGHT_2 = right(2);
    private static final VectorMask<Float> RIGHT_4 = right(4);
    private static final VectorMask<Float> RIGHT_8 = right(8);
    private static final VectorMask<Float> LEFT_1 = RIGHT_1.not();
    private static final VectorMask<Float> LEFT_2 = RIGHT_2.not();
    private static final VectorMask<Float> LEFT_4 = RIGHT_4.not();
    private static final VectorMask<Float> LEFT_8 = RIGHT_8.not();
    /** Lanes 0 to 3, lanes 4 to 7, and so on. */
    @SuppressWarnings("unchecked")
    private static final VectorMask<Float>[] FOUR = IntStream.range(0, LANES / 4)
            .mapToObj(quarter -> VectorMask.fromLong(SPECIES, 0b1111L << 4 * quarter))
            .toArray(VectorMask[]::new);

    /** Elements of scratch memory for one block. */
    static final int SCRATCH = LANES * LANES;

    /** Rows that {@link #transposeFewRows} turns at a time. */
    static final int FEW_ROWS = 4;

    private VectorTranspose() {}

    /** y (columns × rows) = xᵀ with x (rows × columns); the last blocks overlap those before them. */
    static void transpose(
            int rows,
            int columns,
            float[] x,
            int xOffset,
            int ldx,
            float[] y,
            int yOffset,
            int ldy,
            float[] scratch,
            int scratchOffset) {
        if (rows < LANES || columns < LANES || LANES < 4) {
            Transpose.transpose(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
            return;
        }
        for (int i = 0; i < rows; i += LANES) {
            int row = Math.min(i, rows - LANES);
            for (int j = 0; j < columns; j += LANES) {
                int column = Math.min(j, columns - LANES);
                int xAt = xOffset + row * ldx + column;
                int yAt = yOffset + column * ldy + row;
                switch (LANES) {
                    case 16 -> {
                        bits8And4(x, xAt, ldx, scratch, scratchOffset, LANES);
                        bits2And1(scratch, scratchOffset, LANES, y, yAt, ldy);
                    }
                    case 8 -> {
                        bit4(x, xAt, ldx, scratch, scratchOffset, LANES);
                        bits2And1(scratch, scratchOffset, LANES, y, yAt, ldy);
                    }
                    default -> bits2And1(x, xAt, ldx, y, yAt, ldy);
                }
            }
        }
    }

    /**
     * The same for few rows, four at a time; the last four overlap those before them.
     *
     * @param columns at least as many as lanes
     */
    static void transposeFewRows(
            int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset, int ldy) {
        if (rows < FEW_ROWS || LANES < FEW_ROWS) {
            Transpose.transpose(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
            return;
        }
        for (int i = 0; i < rows; i += FEW_ROWS) {
            int row = Math.min(i, rows - FEW_ROWS);
            for (int j = 0; j < columns; j += LANES) {
                int column = Math.min(j, columns - LANES);
                fourRows(x, xOffset + row * ldx + column, ldx, y, yOffset + column * ldy + row, ldy);
            }
        }
    }

    /**
     * Four numbers to each of as many rows as lanes, from four vectors: each four columns are transposed, and stored row by row. (A
     * vector passed to a method is allocated where C2 does not inline that.)
     */
    private static void fourRows(float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, x, xAt);
        FloatVector x1 = FloatVector.fromArray(SPECIES, x, xAt + ldx);
        FloatVector x2 = FloatVector.fromArray(SPECIES, x, xAt + 2 * ldx);
        FloatVector x3 = FloatVector.fromArray(SPECIES, x, xAt + 3 * ldx);
        FloatVector y0 = x0.blend(x2.rearrange(SWAP_2), RIGHT_2);
        FloatVector y1 = x1.blend(x3.rearrange(SWAP_2), RIGHT_2);
        FloatVector y2 = x2.blend(x0.rearrange(SWAP_2), LEFT_2);
        FloatVector y3 = x3.blend(x1.rearrange(SWAP_2), LEFT_2);
        FloatVector z0 = y0.blend(y1.rearrange(SWAP_1), RIGHT_1);
        FloatVector z1 = y1.blend(y0.rearrange(SWAP_1), LEFT_1);
        FloatVector z2 = y2.blend(y3.rearrange(SWAP_1), RIGHT_1);
        FloatVector z3 = y3.blend(y2.rearrange(SWAP_1), LEFT_1);
        for (int quarter = 0, at = yAt; quarter < FOUR.length; quarter++, at += 4 * ldy - 4) {
            VectorMask<Float> four = FOUR[quarter];
            z0.intoArray(y, at, four);
            z1.intoArray(y, at + ldy, four);
            z2.intoArray(y, at + 2 * ldy, four);
            z3.intoArray(y, at + 3 * ldy, four);
        }
    }

    private static void bits8And4(float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
        for (int i = 0; i < 4; i++, xAt += ldx, yAt += ldy) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, xAt);
            FloatVector x4 = FloatVector.fromArray(SPECIES, x, xAt + 4 * ldx);
            FloatVector x8 = FloatVector.fromArray(SPECIES, x, xAt + 8 * ldx);
            FloatVector x12 = FloatVector.fromArray(SPECIES, x, xAt + 12 * ldx);
            FloatVector y0 = x0.blend(x8.rearrange(SWAP_8), RIGHT_8);
            FloatVector y4 = x4.blend(x12.rearrange(SWAP_8), RIGHT_8);
            FloatVector y8 = x8.blend(x0.rearrange(SWAP_8), LEFT_8);
            FloatVector y12 = x12.blend(x4.rearrange(SWAP_8), LEFT_8);
            y0.blend(y4.rearrange(SWAP_4), RIGHT_4).intoArray(y, yAt);
            y4.blend(y0.rearrange(SWAP_4), LEFT_4).intoArray(y, yAt + 4 * ldy);
            y8.blend(y12.rearrange(SWAP_4), RIGHT_4).intoArray(y, yAt + 8 * ldy);
            y12.blend(y8.rearrange(SWAP_4), LEFT_4).intoArray(y, yAt + 12 * ldy);
        }
    }

    private static void bit4(float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
        for (int i = 0; i < 4; i++, xAt += ldx, yAt += ldy) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, xAt);
            FloatVector x4 = FloatVector.fromArray(SPECIES, x, xAt + 4 * ldx);
            x0.blend(x4.rearrange(SWAP_4), RIGHT_4).intoArray(y, yAt);
            x4.blend(x0.rearrange(SWAP_4), LEFT_4).intoArray(y, yAt + 4 * ldy);
        }
    }

    private static void bits2And1(float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
        for (int i = 0; i < LANES; i += 4, xAt += 4 * ldx, yAt += 4 * ldy) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, x, xAt);
            FloatVector x1 = FloatVector.fromArray(SPECIES, x, xAt + ldx);
            FloatVector x2 = FloatVector.fromArray(SPECIES, x, xAt + 2 * ldx);
            FloatVector x3 = FloatVector.fromArray(SPECIES, x, xAt + 3 * ldx);
            FloatVector y0 = x0.blend(x2.rearrange(SWAP_2), RIGHT_2);
            FloatVector y1 = x1.blend(x3.rearrange(SWAP_2), RIGHT_2);
            FloatVector y2 = x2.blend(x0.rearrange(SWAP_2), LEFT_2);
            FloatVector y3 = x3.blend(x1.rearrange(SWAP_2), LEFT_2);
            y0.blend(y1.rearrange(SWAP_1), RIGHT_1).intoArray(y, yAt);
            y1.blend(y0.rearrange(SWAP_1), LEFT_1).intoArray(y, yAt + ldy);
            y2.blend(y3.rearrange(SWAP_1), RIGHT_1).intoArray(y, yAt + 2 * ldy);
            y3.blend(y2.rearrange(SWAP_1), LEFT_1).intoArray(y, yAt + 3 * ldy);
        }
    }

    /** Exchanges columns j and j + d. */
    private static VectorShuffle<Float> swap(int d) {
        return VectorShuffle.fromOp(SPECIES, j -> (j ^ d) % LANES);
    }

    /** The columns whose bit d is set. */
    private static VectorMask<Float> right(int d) {
        boolean[] set = new boolean[LANES];
        for (int j = 0; j < LANES; j++) {
            set[j] = (j & d) != 0;
        }
        return VectorMask.fromArray(SPECIES, set, 0);
    }
}
