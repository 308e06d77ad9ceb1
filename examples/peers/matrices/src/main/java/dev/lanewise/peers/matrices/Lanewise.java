package dev.lanewise.peers.matrices;

import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Workspace;

/** Lanewise's kernels. */
final class Lanewise implements Multiplier {

    @Override
    public String version() {
        return "Lanewise 0.1.0-SNAPSHOT";
    }

    @Override
    public Multiplication prepare(Product p, float[] a, float[] b) {
        Workspace workspace = new Workspace();
        return new OnHeap(p) {
            @Override
            public void run() {
                switch (p.pass()) {
                    case FORWARD -> MatMul.multiply(p.m(), p.n(), p.k(), a, 0, p.lda(), b, 0, p.ldb(), c, 0, p.n());
                    case DX ->
                        MatMul.multiplyTransposedB(
                                p.m(), p.n(), p.k(), a, 0, p.lda(), b, 0, p.ldb(), c, 0, p.n(), workspace);
                    case DW ->
                        MatMul.multiplyTransposedA(p.m(), p.n(), p.k(), a, 0, p.lda(), b, 0, p.ldb(), c, 0, p.n());
                }
            }
        };
    }
}
