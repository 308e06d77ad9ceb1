package dev.lanewise.peers.matrices;

/** A library that multiplies matrices. */
interface Multiplier {

    /** The library and its version, one line. */
    String version();

    /**
     * Makes ready for a product: copies the operands to where the library wants them.
     *
     * @param a the first operand as it is stored
     * @param b the second operand as it is stored
     */
    Multiplication prepare(Product product, float[] a, float[] b);

    /** A product of given operands, to be computed again and again. */
    interface Multiplication extends AutoCloseable {

        /** Computes the product. */
        void run();

        /** What it has come to, m × n. */
        float[] result();

        @Override
        default void close() {}
    }
}
