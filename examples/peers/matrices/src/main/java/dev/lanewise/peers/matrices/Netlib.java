package dev.lanewise.peers.matrices;

import dev.ludovic.netlib.blas.JavaBLAS;

/** netlib's BLAS in Java, which takes the Vector API where it is resolved. */
final class Netlib implements Multiplier {

    private final JavaBLAS blas = JavaBLAS.getInstance();

    @Override
    public String version() {
        return "netlib (dev.ludovic.netlib) 3.2.0, " + blas.getClass().getSimpleName();
    }

    /** BLAS is column-major: what it sees are the transposes, so Cᵀ = Bᵀ·Aᵀ. */
    @Override
    public Multiplication prepare(Product p, float[] a, float[] b) {
        String transA = p.transposedA() ? "T" : "N";
        String transB = p.transposedB() ? "T" : "N";
        return new OnHeap(p) {
            @Override
            public void run() {
                blas.sgemm(transB, transA, p.n(), p.m(), p.k(), 1, b, p.ldb(), a, p.lda(), 0, c, p.n());
            }
        };
    }
}
