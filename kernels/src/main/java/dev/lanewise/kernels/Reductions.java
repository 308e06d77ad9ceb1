package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * Sums over columns and rows in a fixed order, and searches for values that should not be there.
 *
 * <p>Blocks are (rows × columns), row-major, a row every {@code ld} elements from {@code offset} on. Sums over a row run
 * over 16 virtual lanes as {@link LossFunction} describes; sums over a column add the rows in ascending order. Nothing
 * is allocated; all methods are safe for concurrent use on disjoint results.
 */
public final class Reductions {

    private Reductions() {}

    /**
     * The sum of the values of some rows: Σ_i rows[from + i], i ascending from +0, in {@code double}.
     *
     * @param rows one value per row, as {@link LossFunction#value} leaves them
     * @param from index of the first
     * @param count how many, 0 or more
     * @return the sum
     * @throws IndexOutOfBoundsException if the slice does not lie inside the array
     */
    public static double sum(double[] rows, int from, int count) {
        Slices.check("rows", rows.length, from, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += rows[from + i];
        }
        return sum;
    }

    /**
     * The sum of each column, the gradient of a bias: sums[j] = Σ_r x[r][j], r ascending from +0, in {@code float}.
     *
     * <p>To share the work, give each thread some of the columns, never some of the rows.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param x (rows × columns)
     * @param offset index of the first element of {@code x}
     * @param ld elements from one row of {@code x} to the next
     * @param sums (columns): overwritten; must not overlap {@code x}
     * @param sumsOffset index of the first sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void columnSums(int rows, int columns, float[] x, int offset, int ld, float[] sums, int sumsOffset) {
        Slices.check("x", x.length, rows, columns, offset, ld);
        Slices.check("sums", sums.length, sumsOffset, columns);
        Provider.LOSSES.columnSums(rows, columns, x, offset, ld, sums, sumsOffset);
    }

    /**
     * The mean of each column over the rows of a batch: {@link #columnSums}, then one division by the number of rows.
     *
     * @param rows number of rows, 1 or more
     * @param columns number of columns, 0 or more
     * @param x (rows × columns)
     * @param offset index of the first element of {@code x}
     * @param ld elements from one row of {@code x} to the next
     * @param means (columns): overwritten; must not overlap {@code x}
     * @param meansOffset index of the first mean
     * @throws IllegalArgumentException if there is no row, a size is negative or a leading dimension below
     *     {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void columnMeans(
            int rows, int columns, float[] x, int offset, int ld, float[] means, int meansOffset) {
        if (rows < 1) {
            throw new IllegalArgumentException("a mean needs at least one row, there were " + rows);
        }
        Slices.check("means", means.length, meansOffset, columns);
        columnSums(rows, columns, x, offset, ld, means, meansOffset);
        for (int j = 0; j < columns; j++) {
            means[meansOffset + j] /= rows;
        }
    }

    /**
     * The sum of one row: Σ_j x[j], over 16 virtual lanes as {@link LossFunction} describes, in {@code float}.
     *
     * @param n number of elements, 0 or more
     * @param x the elements
     * @param offset index of the first
     * @return the sum, +0 of none
     * @throws IllegalArgumentException if n is negative
     * @throws IndexOutOfBoundsException if the slice does not lie inside the array
     */
    public static float rowSum(int n, float[] x, int offset) {
        Slices.check("x", x.length, offset, n);
        return Provider.LOSSES.sum(n, x, offset);
    }

    /**
     * The sum of the 16 virtual lanes that {@link LossFunction} describes, for who has added up the elements: what is left of
     * {@link #rowSum} then, in {@code float}.
     *
     * @param lanes the lanes, each from +0 on
     * @param offset index of the first
     * @return the sum
     * @throws IndexOutOfBoundsException if the lanes do not lie inside the array
     */
    public static float laneSum(float[] lanes, int offset) {
        Slices.check("lanes", lanes.length, offset, 16);
        return (laneSumOf4(lanes, offset) + laneSumOf4(lanes, offset + 2))
                + (laneSumOf4(lanes, offset + 1) + laneSumOf4(lanes, offset + 3));
    }

    private static float laneSumOf4(float[] lanes, int i) {
        return ((lanes[i] + lanes[i + 4]) + lanes[i + 8]) + lanes[i + 12];
    }

    /**
     * The sum of squares of each row: sums[r] = Σ_j x[r][j]².
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param x (rows × columns)
     * @param offset index of the first element of {@code x}
     * @param ld elements from one row of {@code x} to the next
     * @param sums receives one sum per row
     * @param sumsOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void sumOfSquares(
            int rows, int columns, float[] x, int offset, int ld, double[] sums, int sumsOffset) {
        Penalties.activity(rows, columns, x, offset, ld, 0, 1, sums, sumsOffset);
    }

    /**
     * The sum of magnitudes of each row: sums[r] = Σ_j |x[r][j]|. An infinity gives NaN.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param x (rows × columns)
     * @param offset index of the first element of {@code x}
     * @param ld elements from one row of {@code x} to the next
     * @param sums receives one sum per row
     * @param sumsOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void absoluteSum(
            int rows, int columns, float[] x, int offset, int ld, double[] sums, int sumsOffset) {
        Penalties.activity(rows, columns, x, offset, ld, 1, 0, sums, sumsOffset);
    }

    /**
     * Where the first NaN or infinity stands.
     *
     * @param n number of elements, 0 or more
     * @param x the elements
     * @param offset index of the first
     * @return its index in {@code x}, at least {@code offset}, or −1 if all elements are finite
     * @throws IndexOutOfBoundsException if the slice does not lie inside the array
     */
    public static int firstNonFinite(int n, float[] x, int offset) {
        // Only finite terms have a finite sum, and to add them up takes vectors. Large ones may overflow, so one looks.
        boolean finite = Float.isFinite(rowSum(n, x, offset));
        return finite ? -1 : firstOutside(n, x, offset, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    /**
     * Where the first element outside [low, high] stands; NaN is outside of everything.
     *
     * @param n number of elements, 0 or more
     * @param x the elements
     * @param offset index of the first
     * @param low the smallest value that is inside
     * @param high the largest value that is inside
     * @return its index in {@code x}, at least {@code offset}, or −1 if all elements are inside
     * @throws IndexOutOfBoundsException if the slice does not lie inside the array
     */
    public static int firstOutside(int n, float[] x, int offset, float low, float high) {
        Slices.check("x", x.length, offset, n);
        for (int i = offset; i < offset + n; i++) {
            if (!(x[i] >= low && x[i] <= high)) {
                return i;
            }
        }
        return -1;
    }
}
