package dev.lanewise.peers.matrices;

import org.bytedeco.dnnl.global.dnnl;

/** oneDNN's plain function, dnnl_sgemm. */
final class OneDnnGemm implements Multiplier {

    @Override
    public String version() {
        return new OneDnn().version() + ", sgemm";
    }

    @Override
    public Multiplication prepare(Product p, float[] x, float[] y) {
        byte transA = (byte) (p.transposedA() ? 'T' : 'N');
        byte transB = (byte) (p.transposedB() ? 'T' : 'N');
        return new OffHeap(p, x, y) {
            @Override
            public void run() {
                dnnl.dnnl_sgemm(transA, transB, p.m(), p.n(), p.k(), 1, a, p.lda(), b, p.ldb(), 0, c, p.n());
            }
        };
    }
}
