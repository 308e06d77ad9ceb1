package dev.lanewise.peers.matrices;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A product C = A·B of row-major matrices without gaps between the rows, one of the three of a dense layer y = x·W + b.
 *
 * @param pass which of the three
 * @param m rows of C
 * @param n columns of C
 * @param k what is summed over
 */
record Product(Pass pass, int m, int n, int k) {

    private static final int[] BATCHES = {32, 128, 512, 1024};

    /** Inputs and units of the examples' dense layers; the first of a model needs no dX. */
    private static final int[][] FIRST_LAYERS = {{784, 100}, {784, 150}};

    private static final int[][] LATER_LAYERS = {
        {100, 30},
        {30, 100},
        {100, 784},
        {100, 300},
        {300, 100},
        {150, 100},
        {100, 10},
        {10, 100},
        {100, 150},
        {150, 784},
        {100, 16},
        {16, 100}
    };

    enum Pass {
        /** y = x·W. */
        FORWARD("forward"),
        /** dx = dy·Wᵀ: the second operand is stored transposed, n × k. */
        DX("dX"),
        /** dW = xᵀ·dy: the first operand is stored transposed, k × m. */
        DW("dW");

        private final String label;

        Pass(String label) {
            this.label = label;
        }
    }

    /** All products of the examples at a batch size. */
    static List<Product> ofBatch(int batch) {
        Set<Product> products = new LinkedHashSet<>();
        for (int[] layer : FIRST_LAYERS) {
            products.add(new Product(Pass.FORWARD, batch, layer[1], layer[0]));
            products.add(new Product(Pass.DW, layer[0], layer[1], batch));
        }
        for (int[] layer : LATER_LAYERS) {
            products.add(new Product(Pass.FORWARD, batch, layer[1], layer[0]));
            products.add(new Product(Pass.DX, batch, layer[0], layer[1]));
            products.add(new Product(Pass.DW, layer[0], layer[1], batch));
        }
        return new ArrayList<>(products);
    }

    /** All products at all batch sizes, and the cube of 1024. */
    static List<Product> all() {
        List<Product> products = new ArrayList<>();
        for (int batch : BATCHES) {
            products.addAll(ofBatch(batch));
        }
        products.add(new Product(Pass.FORWARD, 1024, 1024, 1024));
        return products;
    }

    boolean transposedA() {
        return pass == Pass.DW;
    }

    boolean transposedB() {
        return pass == Pass.DX;
    }

    /** The distance between rows of A as it is stored. */
    int lda() {
        return transposedA() ? m : k;
    }

    /** The distance between rows of B as it is stored. */
    int ldb() {
        return transposedB() ? k : n;
    }

    /** Floating-point operations, two a multiply-add. */
    double operations() {
        return 2.0 * m * n * k;
    }

    /** As it stands in tables: C's rows × columns, and what is summed over. */
    @Override
    public String toString() {
        return "%s %d × %d, Σ %d".formatted(pass.label, m, n, k);
    }
}
